/** The checks of this folder over a million cases: `npm run test:plans`. */
const { spawnSync } = require('node:child_process');

const env = { ...process.env, CASES: '1000000' };
const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), 'test/plans'], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
