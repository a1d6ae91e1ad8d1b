import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// The server itself, TypeScript to one file; packages stay outside of it.
export default {
  root,
  publicDir: false,
  build: {
    ssr: 'server/index.ts',
    outDir: 'build/boot',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
}
