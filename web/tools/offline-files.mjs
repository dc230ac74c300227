/** Which files of the build a device fetches ahead, so that My work and a case open without a network. The rest comes as pages are opened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kilobytes that a telephone fetches ahead, as brotli; some were fetched by the first page already. */
export const LIMIT = 300;
const WORDS = ['shell', 'values', 'terms', 'work', 'case', 'form', 'grounds', 'orders', 'raiser', 'signIn', 'device'];
const MODULES = [
  'index.html',
  'pages/work/WorkPage.vue',
  'pages/case/CasePage.vue',
  'pages/case/StepPanel.vue',
  'pages/sign-in/SignInPage.vue',
  'outbox/OutboxList.vue',
  'session/SignInDialog.vue',
  'session/SignOutDialog.vue',
  'app/installed.ts',
  'keeping/cipher.ts',
  '../node_modules/element-plus/es/locale/lang/zh-cn.mjs',
];
/** In the folder beside them. */
const PLAIN = ['index.html', 'early.js', 'seal.svg'];

/** Names below `dist`, which has its Vite manifest. Throws where a part is no longer one of its own: it would be missing without a network. */
export function offlineFiles(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set();
  const take = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`web/tools/offline-files.mjs: the build has no part ${key}`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const inner of chunk.imports ?? []) take(inner);
  };
  for (const one of MODULES) take(one);
  for (const one of WORDS) take(`locales/zh-CN/${one}.json`);
  return [...PLAIN, ...files];
}
