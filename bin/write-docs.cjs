#!/usr/bin/env node
/** `npm run docs`: writes what documents say of other files: the pictures of the house from the import law, the index of the decisions, the alarms
 *  from the rules that Prometheus reads. */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load } = require('js-yaml');

const law = require('../.dependency-cruiser.cjs');

const root = join(__dirname, '..');
const ARCHITECTURE = 'docs/architecture.md';
const DECISIONS = 'docs/decisions';
const OPERATIONS = 'docs/operations.md';
const ALERTS = 'deploy/alerts.yml';

/** Who may import whom, as the rules of dependency-cruiser say it: `^src/(a)/` to nothing but `^src/(b|c)/`. A folder's own name is left out. */
function allowedImports(place) {
  const names = (path) => new RegExp(`^\\^${place}\\(([a-z0-9|-]+)\\)/$`).exec(path)?.[1];
  return new Map(
    law.forbidden
      .filter(({ name, from, to }) => name.endsWith('-imports') && names(from.path ?? '') && to.pathNot)
      .map(({ from, to }) => {
        const own = names(from.path);
        const allowed = [to.pathNot].flat().flatMap((path) => names(path) ?? []);
        // The wings stand in one pattern, the folders in one each; the features are one room.
        const rooms = place === 'src/' ? allowed : allowed.flatMap((all) => all.split('|'));
        return [own, rooms.filter((name) => name !== own)];
      }),
  );
}

const folderImports = () => allowedImports('src/');
const wingImports = () => allowedImports('src/store/');

/** The arrows that no longer way says already. */
function shortest(allowed) {
  const reaches = (from, to) => (allowed.get(from) ?? []).some((next) => next === to || reaches(next, to));
  return [...allowed].flatMap(([from, rooms]) =>
    rooms.filter((to) => !rooms.some((between) => between !== to && reaches(between, to))).map((to) => [from, to]),
  );
}

/** A Mermaid picture of who may import whom; `label` says what a room is called. */
function picture(allowed, label = (room) => room) {
  const id = (room) => (room.includes('|') ? 'features' : room);
  const rooms = [...new Set([...allowed.keys(), ...[...allowed.values()].flat()])];
  return [
    '```mermaid',
    'flowchart TD',
    ...rooms.map((room) => `  ${id(room)}["${label(room)}"]`),
    ...shortest(allowed).map(([from, to]) => `  ${id(from)} --> ${id(to)}`),
    '```',
  ].join('\n');
}

/** The two pictures by the mark under which they stand in docs/architecture.md. */
function pictures() {
  const few = (room) => room.replaceAll('|', ' ').replace(/((?:\S+ ){3}\S+) /g, '$1<br>');
  return {
    house: picture(folderImports(), few),
    wings: picture(wingImports()),
  };
}

/** The text with what stands between `<!-- mark -->` and `<!-- /mark -->` replaced. */
function between(text, mark, content) {
  const parts = new RegExp(`(<!-- ${mark}[^>]*-->\n)[\\s\\S]*?(\n<!-- /${mark} -->)`);
  if (!parts.test(text)) throw new Error(`no place for ${mark}`);
  return text.replace(parts, (_, open, close) => `${open}\n${content}\n${close}`);
}

/** docs/architecture.md as it should be. */
function architecture() {
  const text = readFileSync(join(root, ARCHITECTURE), 'utf8');
  return Object.entries(pictures()).reduce((now, [mark, content]) => between(now, mark, content), text);
}

/** The rules of deploy/alerts.yml. */
const alerts = () => load(readFileSync(join(root, ALERTS), 'utf8')).groups.flatMap(({ rules }) => rules);

/** docs/operations.md as it should be: its table of alarms. */
function operations() {
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = alerts().map(
    ({ expr, for: long, annotations: { summary, description } }) =>
      `| \`${cell(expr)}\`${long === undefined ? '' : ` for ${long}`} | ${cell(summary)}: ${cell(description)} |`,
  );
  const table = ['| alarm when | what it means, what to do |', '|---|---|', ...rows].join('\n');
  return between(readFileSync(join(root, OPERATIONS), 'utf8'), 'alerts', table);
}

/** docs/decisions/README.md as it should be: one line for each page, by number. */
function decisionIndex() {
  const lines = readdirSync(join(root, DECISIONS))
    .filter((name) => /^\d{3}-.*\.md$/.test(name))
    .sort()
    .map((name) => {
      const [, number, title] = /^# (\d{3}) (.+)$/m.exec(readFileSync(join(root, DECISIONS, name), 'utf8')) ?? [];
      if (number !== name.slice(0, 3)) throw new Error(`${name} does not begin with “# ${name.slice(0, 3)} …”`);
      return `| [${number}](${name}) | ${title} |`;
    });
  return `# Decisions

Why things are as they are: what was asked, what was decided, what was weighed and left. A page is not rewritten when the house moves on; a later one
says what it replaces. The next one takes the next free number, begins with \`# <number> <what was decided>\`, and \`npm run docs\` adds it here.

| | decided |
|---|---|
${lines.join('\n')}
`;
}

module.exports = { alerts, architecture, decisionIndex, operations, folderImports, wingImports };
if (require.main === module) {
  writeFileSync(join(root, ARCHITECTURE), architecture());
  writeFileSync(join(root, OPERATIONS), operations());
  writeFileSync(join(root, DECISIONS, 'README.md'), decisionIndex());
}
