// What the server hands to each loader and action, made once per request.

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    clientAddress: string
    isLocal: boolean
    requestId: string
    /** How an address that is no page's is answered: 404, or as the file at it was. */
    status: number
  }
}

export {}
