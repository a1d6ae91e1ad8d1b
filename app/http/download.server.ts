/** A file for the browser to keep: never sniffed, never cached by anybody in between. */
export function download(bytes: Uint8Array, { name, mediaType }: { name: string; mediaType: string }) {
  const plain = name.replace(/[^\x20-\x7e]|["\\;]/g, '_')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
