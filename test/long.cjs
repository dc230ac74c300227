/** `npm run test:long`: whatever is a sample in the ordinary suite (`atLength` in test/support/length.ts) in its full length, the random
 *  histories in their thousands, new ones every time, a wall that hangs for days, all rules of access in both languages and themes, and the
 *  letters of a whole city where ../shared/data is beside the repository. Half an hour; RUNS=100000 XIAOHAO_WALL_DAYS=30 for a night. */
process.env.RUNS ??= '10000';
process.env.XIAOHAO_WALL_DAYS ??= '3';
process.env.XIAOHAO_LONG = '1';
process.argv.push(
  'test/browser',
  'test/cases/list',
  'test/engine/properties',
  'test/executor/sweepers',
  'test/ledger/whole-ledgers',
  'test/meetings/search-plans',
  'test/meetings/similar-letters',
  'test/plans',
);
require('../bin/test.cjs');
