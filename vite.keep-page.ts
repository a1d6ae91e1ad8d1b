import type { Plugin } from 'vite'

const asRemixHasIt = /await import\(\s*\/\* webpackIgnore: true \*\/\s*route\.module\)/
const asWeNeedIt = 'await import(/* @vite-ignore */ await window.piecesOf(route))'

/**
 * When a page's code cannot be fetched, Remix reloads the page, and without a network that loses it with all that
 * was typed. In the built client the code is fetched through `app/components/network.ts` first, which waits for
 * the network; the import then finds it in the browser's cache.
 */
export function keepPage(): Plugin {
  return {
    name: 'keep-page',
    apply: 'build',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes('@remix-run/react/dist/esm/routeModules.js')) return null
      if (!asRemixHasIt.test(code))
        throw new Error('Remix fetches its route modules in another way now: see vite.keep-page.ts')
      return { code: code.replace(asRemixHasIt, asWeNeedIt), map: null }
    },
  }
}
