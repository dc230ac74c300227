/** Fails where a page's first load carries more script than it may: kilobytes of the files that the service sends, as the build has
 *  compressed them; everything the page needs counted. What a browser really receives is measured by test/browser/wire.spec.ts. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LIMIT, offlineFiles } from './offline-files.mjs';

const SHELL_WORDS = ['shell', 'values'];
const BUDGETS = [
  { name: 'my work', page: 'pages/work/WorkPage.vue', words: [...SHELL_WORDS, 'work'], limit: 155 },
  {
    name: 'closure report',
    page: 'pages/report/ReportPage.vue',
    more: ['pages/report/TrendChart.vue'],
    words: [...SHELL_WORDS, 'report'],
    limit: 400,
  },
];

/** `{ lines, failed }`: one line a budget, and whether one was exceeded. `dist` is the built folder with its manifest. */
export function checkBudgets(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  const size = (file, ending = '.gz') => {
    const packed = join(dist, `${file}${ending}`);
    return statSync(existsSync(packed) ? packed : join(dist, file)).size;
  };
  const withImports = (key, into = new Set()) => {
    const chunk = manifest[key];
    if (chunk === undefined || into.has(chunk.file)) return into;
    into.add(chunk.file);
    for (const inner of chunk.imports ?? []) withImports(inner, into);
    return into;
  };
  let failed = false;
  const lines = BUDGETS.map(({ name, page, more = [], words, limit }) => {
    if (manifest[page] === undefined) return `budget ${name}: no such page yet`;
    const files = withImports('index.html');
    for (const one of [page, ...more]) withImports(one, files);
    for (const one of words) withImports(`locales/zh-CN/${one}.json`, files);
    withImports('../node_modules/element-plus/es/locale/lang/zh-cn.mjs', files);
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const sum = (ending) => ['early.js', ...scripts].reduce((bytes, file) => bytes + size(file, ending), 0) / 1000;
    const kilobytes = sum('.gz');
    const over = kilobytes > limit;
    failed ||= over;
    return `budget ${name}: ${kilobytes.toFixed(1)} of ${limit} kB of script sent as gzip, ${sum('.br').toFixed(1)} as brotli, in ${files.size} files${over ? ' — EXCEEDED' : ''}`;
  });
  const ahead = offlineFiles(dist).reduce((bytes, file) => bytes + size(file, '.br'), 0) / 1000;
  failed ||= ahead > LIMIT;
  lines.push(
    `budget without a network: ${ahead.toFixed(1)} of ${LIMIT} kB fetched ahead as brotli${ahead > LIMIT ? ' — EXCEEDED' : ''}`,
  );
  return { lines, failed };
}
