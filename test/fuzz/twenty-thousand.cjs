/** The fuzz of this folder with 20,000 requests: `npm run test:fuzz`; FUZZ_REQUESTS and FUZZ_SEED choose other ones. */
const { spawnSync } = require('node:child_process');

const env = { FUZZ_REQUESTS: '20000', ...process.env };
const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), 'test/fuzz'], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
