/** How the desk is built: Vue, and of Element Plus only the components and styles that are used. */
import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { offlineFiles } from './tools/offline-files.mjs';
import { oldColours } from './tools/old-colours.mjs';

const API = process.env['API'] ?? 'http://127.0.0.1:3000';
const outDir = process.env['WEB_OUT'] ?? 'dist';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    oldColours(),
    // the worker is ours (web/worker); the plugin builds it and writes in which files it fetches ahead
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'worker',
      filename: 'sw.ts',
      outDir,
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['index.html', 'early.js', 'seal.svg', 'assets/*.{js,css}'],
        manifestTransforms: [
          (entries) => {
            const wanted = new Set(offlineFiles(resolve(import.meta.dirname, outDir)));
            return { manifest: entries.filter(({ url }) => wanted.has(url)), warnings: [] };
          },
        ],
      },
    }),
  ],
  define: {
    // pages and the parts of Element Plus that they use are written with `setup`; its tree of options alone is not
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false', // its components and directive are nowhere used
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // offices keep their browsers for years: Chromium 86 is the kernel of 360 browsers 13, and what test/browser/oldest.spec.ts opens every page in
    target: ['es2020', 'chrome86', 'firefox98', 'safari15.4'],
    outDir,
    emptyOutDir: true,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { '/api': API, '/r': API } },
});
