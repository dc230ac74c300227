/** Jest's globalTeardown, beside its globalSetup. */
require('../run-typescript.cjs');
module.exports = () => require('../global-teardown.ts').default();
