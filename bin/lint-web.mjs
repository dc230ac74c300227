/** `npm run check:lint-web`: the lint of the pages, over one program for all of them. Left to itself, typescript-eslint makes a new program for
 *  each .vue file, since a compiler does not know what is script in it, and learns all types of Vue and Element Plus anew. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import vue from 'eslint-plugin-vue';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const vueParser = vue.configs['flat/base'].find(({ languageOptions }) => languageOptions?.parser).languageOptions
  .parser;
const VUE = { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred };

/** A parser of scripts for vue-eslint-parser, which names a project only where it hands over the script of a whole file, not a piece of a template. */
const scriptParser = (ofWholeFile) => ({
  parseForESLint: (code, options) =>
    options.project === undefined ? tseslint.parser.parseForESLint(code, options) : ofWholeFile(code, options),
});

/** The script of a .vue file as vue-eslint-parser lays it out: everything in its place, what is no script left blank. */
function scriptOf(filePath) {
  let script = '';
  const parser = scriptParser((code, options) => {
    script = code;
    return tseslint.parser.parseForESLint(code, { ...options, project: undefined });
  });
  vueParser.parseForESLint(readFileSync(filePath, 'utf8'), { filePath, parser, project: 'web', sourceType: 'module' });
  return script;
}

function programOfPages() {
  const config = join(root, 'web/tsconfig.json');
  const { config: json } = ts.readConfigFile(config, ts.sys.readFile);
  const read = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config), {}, config, undefined, [VUE]);
  const options = { ...read.options, allowNonTsExtensions: true };
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile } = host;
  host.getSourceFile = (name, how, ...rest) =>
    name.endsWith('.vue')
      ? ts.createSourceFile(name, scriptOf(name), how, true, ts.ScriptKind.TS)
      : getSourceFile(name, how, ...rest);
  return ts.createProgram(read.fileNames, options, host);
}

const program = programOfPages();
const typed = scriptParser((code, options) => {
  if (program.getSourceFile(options.filePath)?.text !== code)
    throw new Error(`${options.filePath} is read otherwise than before`);
  return tseslint.parser.parseForESLint(code, { ...options, project: null, programs: [program] });
});
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      files: ['web/**/*.ts'],
      ignores: ['web/worker/**'],
      languageOptions: { parserOptions: { project: null, programs: [program] } },
    },
    { files: ['web/worker/**/*.ts'], languageOptions: { parserOptions: { project: ['./web/worker/tsconfig.json'] } } },
    { files: ['web/**/*.vue'], languageOptions: { parserOptions: { parser: typed } } },
  ],
});
const results = await eslint.lintFiles(['web']);
if (results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0)) {
  process.stdout.write((await (await eslint.loadFormatter('stylish')).format(results)) ?? '');
  process.exitCode = 1;
}
