/** Three projects, told apart by what a test needs: `pure` nothing, `database` the run's PostgreSQL, `browser` a browser as well.
 *  `npm test -- pure` runs one of them, `npm test -- pure database` two, `npm test -- test/orders` what lies below a path. */

const { keepFilesInMemory } = require('./test/support/in-memory.cjs');

keepFilesInMemory();

/** Folders and files below test/ that need neither database nor browser. */
const PURE = [
  'engine',
  'domain',
  'diagram',
  'house',
  'zip',
  'keeping',
  'ledger/reading',
  'config.spec',
  'http/api-document.spec',
  'people/password.spec',
  'promises.spec',
  'store/seal.spec',
  'store/shared-query.spec',
];

/** Node loads the modules, not jest: see test/support/one-process. */
const project = (displayName, paths, more = {}) => ({
  displayName,
  testEnvironment: '<rootDir>/test/support/one-process/environment.cjs',
  testRunner: '<rootDir>/test/support/one-process/runner.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: {},
  ...paths,
  ...more,
});
/** One PostgreSQL for the whole run, whichever projects ask for it. */
const CLUSTER = {
  globalSetup: '<rootDir>/test/support/one-process/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/one-process/global-teardown.cjs',
};
const below = (part) => `<rootDir>/test/${part}`;

module.exports = {
  projects: [
    project('browser', { testMatch: [below('browser/*.spec.ts')] }, CLUSTER),
    project(
      'database',
      { testPathIgnorePatterns: [...PURE, 'browser'].map((part) => `/test/${part.replace('.', '\\.')}`) },
      CLUSTER,
    ),
    project('pure', {
      testMatch: PURE.map((part) => below(part.endsWith('.spec') ? `${part}.ts` : `${part}/**/*.spec.ts`)),
    }),
  ],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testTimeout: 240_000, // against hanging alone: beside other work a test may take ten times as long
  maxWorkers: 2,
  workerGracefulExitTimeout: 3_000, // after each page playwright waits for half a second without requests: no leak
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
};
