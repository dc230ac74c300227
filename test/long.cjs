/** `npm run test:long`: the random histories in their thousands, new ones every time, a wall that hangs for days, and the
 *  letters of a whole city where ../shared/data is beside the repository. Needs some minutes; RUNS=100000 XIAOHAO_WALL_DAYS=30 for a night. */
process.env.RUNS ??= '10000';
process.env.XIAOHAO_WALL_DAYS ??= '3';
process.env.XIAOHAO_LONG = '1';
process.argv.push(
  'test/engine/properties',
  'test/browser/wall-days',
  'test/ledger/whole-ledgers',
  'test/meetings/similar-letters',
  'test/plans',
);
require('../bin/test.cjs');
