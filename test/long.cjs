/** `npm run test:long`: the random histories in their thousands, new ones every time, and a wall that hangs for days. Needs some minutes;
 *  RUNS=100000 XIAOHAO_WALL_DAYS=30 for a night. */
process.env.RUNS ??= '10000';
process.env.XIAOHAO_WALL_DAYS ??= '3';
process.argv.push('test/engine/properties', 'test/browser/wall-days');
require('../bin/test.cjs');
