import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import remixConfig from './remix.config.js'
import { keepPage } from './vite.keep-page'

declare module '@remix-run/node' {
  // Remix types loaders and actions as single fetch sends them only where this is declared.
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths(), keepPage()],
  // Packages of hundreds of small files go into the server's build: each file of its own is a moment at each start.
  ssr: { noExternal: [/^date-fns/, '@date-fns/tz', 'kysely', 'prisma-extension-kysely'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
