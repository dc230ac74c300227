/** `npm run words`: writes the words of the domain from src/domain/vocabulary into the pages' texts, web/locales, and into docs/glossary.md,
 *  and who is told what into docs/messages.md.
 *  The web may import nothing of src; test/house/words.spec.ts fails where a text is stale. */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { COMMANDS } = require('../src/engine/commands.ts');
const words = {
  ...require('../src/domain/vocabulary/case-words.ts'),
  ...require('../src/domain/vocabulary/channel-words.ts'),
  ...require('../src/domain/vocabulary/figure-words.ts'),
  ...require('../src/domain/vocabulary/meeting-words.ts'),
  ...require('../src/domain/vocabulary/order-words.ts'),
  ...require('../src/domain/vocabulary/people-words.ts'),
  ...require('../src/domain/vocabulary/terms.ts'),
  ...require('../src/domain/vocabulary/visit-words.ts'),
};
const { LANGUAGES } = require('../src/domain/vocabulary/word.ts');
const { VOCABULARY } = require('../src/domain/vocabulary/vocabulary.ts');

const root = join(__dirname, '..');
const { printedTable } = require('../src/notify/printed-table.ts');
const GLOSSARY = 'docs/glossary.md';
const MESSAGES = 'docs/messages.md';

/** Terms that a page explains where they stand: only these are loaded with every page. */
const EXPLAINED = [
  'keyCase',
  'leadUnit',
  'order',
  'parking',
  'provisional',
  'raiser',
  'return',
  'supportingUnit',
  'visit',
];
const explained = pick(words.TERMS, EXPLAINED);

function pick(from, names) {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}
const each = (list, to) => Object.fromEntries(Object.entries(list).map(([key, one]) => [key, to(one)]));
const meaningOf = ({ meaning }) => meaning;

/** What of each file of web/locales is written: by the file's name, then by key; a word, or words by key. All else in a file is its own. */
const WRITTEN = {
  values: {
    stage: words.STAGE_WORDS,
    light: { ...words.LIGHT_WORDS, none: words.NO_LIGHT },
    source: words.SOURCE_WORDS,
    role: words.ROLE_WORDS,
    choice: {
      ...words.VERIFICATION_MODE_WORDS,
      ...words.VISIT_METHOD_WORDS,
      ...words.VISIT_OUTCOME_WORDS,
      ...words.SATISFACTION_WORDS,
      ...words.DEPARTURE_WORDS,
    },
    orderStatus: words.ORDER_STATUS_WORDS,
    track: words.TERMS.track,
    lookPurpose: words.ACCESS_PURPOSE_WORDS,
    standings: words.CAPACITY_WORDS,
  },
  terms: each(explained, (one) => ({ word: one, meaning: one.meaning })),
  report: {
    title: words.FIGURE_WORDS.report,
    split: words.SPLIT_WORDS,
    none: words.NONE_WORDS,
    rate: words.RATE_WORDS,
    count: pick(words.COUNT_WORDS, ['adopted', 'overdue', 'departedLate', 'parked', 'disputed', 'unverified']),
    definition: each(
      {
        ...words.RATE_WORDS,
        ...pick(words.COUNT_WORDS, ['departedLate', 'disputed']),
        ...pick(words.FIGURE_WORDS, ['firstResponse']),
      },
      meaningOf,
    ),
    firstResponse: words.FIGURE_WORDS.firstResponse,
    median: words.FIGURE_WORDS.median,
    p90: words.FIGURE_WORDS.p90,
    sign: words.SIGN_WORDS,
    signMeaning: each(words.SIGN_WORDS, meaningOf),
  },
  wall: {
    title: words.TERMS.wallChart,
    closureRate: words.RATE_WORDS.closureRate,
    dueAndClosedRate: words.RATE_WORDS.dueAndClosedRate,
    // As short in English as the columns of the wall need it.
    stage: {
      ...words.STAGE_WORDS,
      collected: { ...words.STAGE_WORDS.collected, en: 'New' },
      followUpVisit: { ...words.STAGE_WORDS.followUpVisit, en: 'Visit' },
    },
  },
  overdue: { unit: words.TERMS.leadUnit },
  orders: { title: words.TERMS.order, act: words.ORDER_ACT_WORDS },
  meetings: { kinds: words.MEETING_KIND_WORDS },
  results: { class: words.ANSWER_CLASS_WORDS },
  agenda: { state: words.PROMISE_STATE_WORDS },
  meetingDesk: {
    outcome: words.TRIAGE_WORDS,
    unit: words.TERMS.leadUnit,
    isKey: words.TERMS.keyCase,
    track: words.TERMS.track,
  },
  cases: {
    unit: words.TERMS.leadUnit,
    outcomes: words.OUTCOME_WORDS,
    trailRate: words.RATE_WORDS,
    trailCount: words.COUNT_WORDS,
    trailSign: words.SIGN_WORDS,
    trailTrack: words.TRACK_WORDS,
  },
  case: { category: words.TERMS.category, source: words.TERMS.source },
  raiser: { title: words.TERMS.raiser },
  newCase: { source: words.TERMS.source, category: words.TERMS.category, raised: words.TERMS.raiser },
  channels: { channel: words.CHANNEL_WORDS, kind: words.WEBHOOK_KIND_WORDS },
  hotline: { kind: words.HOTLINE_ANSWER_WORDS },
  diagram: { command: each(COMMANDS, ({ labels }) => labels) },
};

/** A word, or words by key at any depth, in one language. */
function said(of, language) {
  return typeof of[language] === 'string' ? of[language] : each(of, (one) => said(one, language));
}

const pathOf = (language, name) => `web/locales/${language}/${name}.json`;

/** The files of web/locales that hold words of the domain, as they should be, by their path. */
function localeFiles() {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      Object.entries(WRITTEN).map(([name, of]) => {
        const path = pathOf(language, name);
        const own = name === 'terms' ? {} : JSON.parse(readFileSync(join(root, path), 'utf8'));
        return [path, `${JSON.stringify({ ...own, ...said(of, language) }, null, 2)}\n`];
      }),
    ),
  );
}

const cell = (text) => text.replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** docs/glossary.md as it should be. */
function glossary() {
  const lists = VOCABULARY.map(({ title, words: list }) => [
    `## ${title['zh-CN']} ${title.en}`,
    table(
      ['', '中文', 'English', '含义', 'Meaning'],
      Object.entries(list).map(([key, one]) => [
        `\`${key}\``,
        one['zh-CN'],
        one.en,
        one.meaning['zh-CN'],
        one.meaning.en,
      ]),
    ),
  ]);
  const commands = Object.entries(COMMANDS).map(([type, { labels }]) => [`\`${type}\``, labels['zh-CN'], labels.en]);
  return `# 词汇表 Glossary

**领域里的每个词，只在 \`src/domain/vocabulary\` 写一次：中文、英文、一句解释。** Every word of the domain stands once, in \`src/domain/vocabulary\`, with its Chinese, its
English and its sentence of explanation; pages, files, histories and this page take it from there. The left name is used in code, API and database. This page is
written by \`npm run words\`; [CONTRIBUTING](../CONTRIBUTING.md#to-add-a-word) says how a word is added.

${lists.flat().join('\n\n')}

## 命令 Commands

${table(['', '中文', 'English'], commands)}
`;
}

/** docs/messages.md as it should be. */
function messages() {
  const { groups, topics, recipients } = printedTable();
  const names = Object.fromEntries(recipients.map(({ role, name }) => [role, name]));
  const roles = (list) => list.map((role) => names[role]['zh-CN']).join('、') || '指名的人';
  const both = (one) => `${one['zh-CN']}<br>${one.en}`;
  const marks = ({ isOrder, byHand }) =>
    [isOrder ? '不可静音' : '', byHand ? '夜间可发' : ''].filter(Boolean).join('、');
  const rows = (group) =>
    topics
      .filter((topic) => topic.group === group)
      .flatMap((topic) => [
        [`\`${topic.key}\``, roles(topic.who), both(topic.says), both(topic.next), topic.holds['zh-CN'], marks(topic)],
        ...topic.after.map(({ event, says }) => [`↳ \`${event}\``, '', both(says), '', '', '']),
      ]);
  return `# 谁收到什么 Who is told what

**每类消息一行：发给谁、说什么、下一步做什么、什么情况下不再发。** Written by \`npm run words\` from \`src/notify\`, which the code resolves by; \`GET /api/messages/table\` answers the same. A message that no
longer holds when it goes out is dropped, and the case says so. ([061](decisions/061-a-message-is-resolved-when-it-goes-out.md), [062](decisions/062-one-digest-a-day.md))

## 角色对应的人 From a role to persons

${table(
  ['角色 Role', '哪些人 Which persons', '无人担任时依次转给 Where nobody holds it, in turn'],
  recipients.map(({ name, means, instead }) => [both(name), both(means), roles(instead).replace('指名的人', '管理员')]),
)}

Nobody is told of a case that they may not see, and nobody of what they did themselves. Where nobody at all is left the administrators learn which role is missing where.

${groups.map(({ key, name }) => `## ${name['zh-CN']} ${name.en}\n\n${table(['', '发给 To', '说什么 Says', '下一步 Next', '仍发的条件', ''], rows(key))}`).join('\n\n')}
`;
}

module.exports = { EXPLAINED: Object.keys(explained), WRITTEN, glossary, localeFiles, messages };
if (require.main === module) {
  writeFileSync(join(root, GLOSSARY), glossary());
  writeFileSync(join(root, MESSAGES), messages());
  for (const [path, text] of Object.entries(localeFiles())) writeFileSync(join(root, path), text);
}
