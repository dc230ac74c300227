/** A short chaos run as part of the ordinary suite; `npm run test:chaos -- --kills N --seed S` for a long one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

it('loses nothing and does nothing twice while servers are killed and the database is restarted', async () => {
  const loader = join(__dirname, '..', 'support', 'run-typescript.cjs');
  const child = spawn(process.execPath, ['-r', loader, join(__dirname, 'run.ts'), '--kills', '6'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  expect(said).toContain('chaos: holds');
  expect(code).toBe(0);
}, 600_000);
