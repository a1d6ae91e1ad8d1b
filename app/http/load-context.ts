// What the server hands to each loader and action, made once per request.

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    clientAddress: string
    isLocal: boolean
    requestId: string
  }
}

export {}
