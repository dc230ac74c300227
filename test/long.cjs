/** `npm run test:long`: the random histories in their thousands, new ones every time. Needs some minutes; RUNS=100000 for a night. */
process.env.RUNS ??= '10000';
process.argv.push('test/engine/properties');
require('../bin/test.cjs');
