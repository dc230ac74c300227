/** The import law of docs/architecture.md, executable: `npm run check` fails where a folder reaches further than it may. The pictures there are drawn
 *  from these rules by `npm run docs`. */
const features =
  'cases|meetings|notices|orders|reports|people|ledger|attachments|calendar|administration|channels|wall|access-log|work|workflows|inbox|receipts|feeds|open311|hotline|setup';
const may = (folder, allowed) => ({
  name: `${folder === features ? 'feature' : folder}-imports`,
  severity: 'error',
  from: { path: `^src/(${folder})/` },
  to: { path: '^src/', pathNot: allowed.map((name) => (name.includes('.') ? `^src/${name}` : `^src/(${name})/`)) },
});
/** The wings of the store: what each may import beside itself. No arrow runs back, so there is no circle. */
const wings = {
  database: ['sql'],
  sql: [],
  'reference-data': ['database'],
  people: ['database', 'sql', 'reference-data'],
  cases: ['database', 'sql'],
  meetings: ['database', 'sql'],
  encrypted: ['database', 'sql', 'cases', 'meetings'],
  reports: ['database', 'sql', 'cases'],
  messages: ['database', 'sql', 'encrypted'],
  archive: ['database', 'cases'],
  files: ['database', 'reference-data', 'cases', 'archive'],
  lists: ['database', 'sql', 'encrypted', 'reports', 'files'],
  audit: ['database', 'cases', 'archive', 'reports'],
  backup: ['database'],
};
const inWings = (names) => `^src/store/(${names.join('|')})/`;
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    may('domain', ['domain']),
    may('engine', ['engine', 'domain']),
    may('store', ['store', 'domain', 'engine']),
    ...Object.entries(wings).map(([wing, allowed]) => ({
      name: `store-${wing}-imports`,
      severity: 'error',
      from: { path: inWings([wing]) },
      to: { path: '^src/store/', pathNot: inWings([wing, ...allowed]) },
    })),
    {
      name: 'store-lies-in-wings',
      comment: 'nothing of the store lies outside its wings but the module that hands it out',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/store/', pathNot: [inWings(Object.keys(wings)), '^src/store/store\\.module\\.ts$'] },
    },
    may('executor', ['executor', 'store', 'domain', 'engine', 'clock.ts']),
    may('http', ['http', 'domain']),
    may('shown', ['shown', 'http', 'domain']),
    may('spreadsheet', ['spreadsheet', 'domain']),
    may('zip', ['zip']),
    may('evidence', ['evidence', 'zip', 'domain']),
    may('notify', ['notify', 'store', 'domain']),
    may('jobs', [
      'jobs',
      'executor',
      'engine',
      'evidence',
      'inbox',
      'notify',
      'store',
      'domain',
      'clock.ts',
      'config.ts',
    ]),
    may(features, [
      ...[
        features,
        'http',
        'shown',
        'health',
        'executor',
        'notify',
        'store',
        'engine',
        'domain',
        'evidence',
        'spreadsheet',
        'zip',
      ],
      ...['clock.ts', 'config.ts'],
    ]),
    {
      name: 'domain-is-pure',
      comment: 'domain knows no framework and no Node module',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: '^node_modules/temporal-(polyfill|spec)' },
    },
    {
      name: 'engine-knows-only-xstate-and-ajv',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '^node_modules/(xstate|ajv|ajv-formats)/' },
    },
    {
      name: 'feature-through-service',
      comment: 'one feature imports another only through its service (modules wire, so they may name modules)',
      severity: 'error',
      from: { path: `^src/(${features})/` },
      to: { path: `^src/(${features})/`, pathNot: [`^src/$1/`, '\\.(service|module)\\.ts$'] },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|app\\.module|main|cli)' },
      to: { path: '^node_modules/(pg|typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'migrations-typeorm-only',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: '^(node_modules/typeorm/|migrations/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
