/** How the desk is built: Vue, and of Element Plus only the components and styles that are used. */
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';
import { oldColours } from './tools/old-colours.mjs';

const API = process.env['API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    oldColours(),
  ],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false', // its components and directive are nowhere used
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // offices keep their browsers for years: Chromium 86 is the kernel of 360 browsers 13, and what test/browser/oldest.spec.ts opens every page in
    target: ['es2020', 'chrome86', 'firefox98', 'safari15.4'],
    outDir: process.env['WEB_OUT'] ?? 'dist',
    emptyOutDir: true,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { '/api': API, '/r': API } },
});
