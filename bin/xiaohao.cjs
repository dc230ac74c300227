#!/usr/bin/env node
/** The command line: builds what is stale, then hands over to src/cli.ts. */
const { build } = require('./build.cjs');

build()
  .then(() => require('../dist/src/cli.js').main(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error) => {
    console.error(
      [error.messageZh, error.messageZh ? error.message : (error.stack ?? error)].filter(Boolean).join('\n'),
    );
    process.exit(1);
  });
