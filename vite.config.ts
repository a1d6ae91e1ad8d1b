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

// What every page loads goes out in two files instead of thirty: the frame changes with each release, what it
// stands on does not.
const together = {
  framework: ['react', 'react-dom', 'react-dom/client', '@remix-run/react'],
  frame: [
    'app/components/shell/trainee-shell.tsx',
    'app/components/page-error.tsx',
    'app/components/network-bar.tsx',
    'app/components/kept-text.tsx',
    'app/components/page-header.tsx',
    'app/components/notice.tsx',
    'app/components/field.tsx',
    'app/components/tools.tsx',
    'app/components/card.tsx',
    'app/i18n/format.ts',
    'app/realtime/use-outbox.ts',
  ],
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths(), keepPage()],
  // Packages of hundreds of small files go into the server's build: each file of its own is a moment at each start.
  ssr: { noExternal: [/^date-fns/, '@date-fns/tz', 'kysely', 'prisma-extension-kysely'] },
  // What pages are made of, named: looked for, the server's packages would be taken for theirs, and those that are found
  // late give a page a second React.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@remix-run/react',
      'socket.io-client',
    ],
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      output: isSsrBuild ? {} : { manualChunks: together },
      // A route that only loads or acts has no code for the browser.
      onwarn: (warning, warn) => (warning.code === 'EMPTY_BUNDLE' ? undefined : warn(warning)),
    },
  },
}))
