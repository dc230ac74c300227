/** Jest's globalSetup: plain, so that jest needs no compiler of its own. */
require('../run-typescript.cjs');
module.exports = () => require('../global-setup.ts').default();
