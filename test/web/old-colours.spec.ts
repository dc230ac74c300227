/** Style sheets keep a value that Chromium 86 understands before each that it would drop. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const older = (css: string): string =>
  execFileSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { withOlderValues } from ${JSON.stringify(resolve(__dirname, '../../web/tools/old-colours.mjs'))};
     process.stdout.write(withOlderValues(${JSON.stringify(css)}))`,
  ]).toString();

it.each([
  [
    '.a{background:color-mix(in srgb, var(--red) 8%, var(--sheet))}',
    '.a{background:var(--sheet);background:color-mix(in srgb, var(--red) 8%, var(--sheet))}',
  ],
  [
    '.a{color:red;background:color-mix(in srgb,var(--wash) 45%,transparent);top:0}',
    '.a{color:red;background:transparent;background:color-mix(in srgb,var(--wash) 45%,transparent);top:0}',
  ],
  [
    '.a{border:1px solid color-mix(in srgb, var(--red) 35%, var(--sheet))}',
    '.a{border:1px solid var(--sheet);border:1px solid color-mix(in srgb, var(--red) 35%, var(--sheet))}',
  ],
  ['.a{min-height:100dvh}', '.a{min-height:100vh;min-height:100dvh}'],
  [
    '.a{color:color-mix(in srgb, var(--accent) 75%, var(--sheet))}',
    '.a{color:var(--accent);color:color-mix(in srgb, var(--accent) 75%, var(--sheet))}',
  ],
  ['.a{color:red}', '.a{color:red}'],
])('%s', (css, expected) => expect(older(css)).toBe(expected));

it('keeps a plain colour in a property of its own, and the mixed one only where mixing is known', () => {
  expect(older(':root{--a:1px;--b:color-mix(in srgb, var(--x) 20%, var(--sheet))}')).toBe(
    ':root{--a:1px;--b:var(--sheet)}@supports (color:color-mix(in srgb,red,red)){:root{--b:color-mix(in srgb, var(--x) 20%, var(--sheet))}}',
  );
});
