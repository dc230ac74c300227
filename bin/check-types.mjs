/** `npm run check:types`: the types of src, migrations, test and bench, and the lint that needs them. In one process, since both look at the
 *  same programs: the compiler reads and checks each once. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** What is linted. */
const FOLDERS = ['src', 'migrations', 'test', 'bench'];
const CONFIGS = ['tsconfig.json', 'test/browser/tsconfig.json'];
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };

function programOf(config) {
  const read = ts.getParsedCommandLineOfConfigFile(
    join(root, config),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (one) => tell([one]) },
  );
  return ts.createProgram({
    rootNames: read.fileNames,
    options: read.options,
    configFileParsingDiagnostics: read.errors,
  });
}

let failed = false;
function tell(diagnostics) {
  if (diagnostics.length === 0) return;
  failed = true;
  process.stdout.write(ts.formatDiagnostics(diagnostics, host));
}

/** What is wrong with the program as a whole and with its own files; those it only imports are another's own. */
function faultsOf(program) {
  const own = program
    .getRootFileNames()
    .map((name) => program.getSourceFile(name))
    .filter((file) => file !== undefined);
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const programs = CONFIGS.map(programOf);
for (const program of programs) tell(ts.sortAndDeduplicateDiagnostics(faultsOf(program)));

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: FOLDERS.map((folder) => `${folder}/**/*.ts`),
    languageOptions: { parserOptions: { project: null, programs } },
  },
});
const results = await eslint.lintFiles(FOLDERS);
const faults = results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0);
if (faults) process.stdout.write((await (await eslint.loadFormatter('stylish')).format(results)) ?? '');
if (failed || faults) process.exitCode = 1;
