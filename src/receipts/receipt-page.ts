/** Draws the raiser's page: one HTML document without script, for a phone and for old browsers, in Chinese or English. Pure. */
import { createHash } from 'node:crypto';
import type { Said } from '../domain/errors.js';
import { SERVICE_ASPECTS } from '../domain/heard.js';
import { SATISFACTION_WORDS } from '../domain/vocabulary/visit-words.js';
import { fullDay } from '../domain/clock-words.js';
import type { Language } from '../domain/vocabulary/word.js';
import { SATISFACTIONS } from '../domain/words.js';
import { ASPECT_WORDS, RAISER_TEXT } from '../engine/receipt-commands.js';
import { PAGE_STYLE } from './page-style.js';
import type { ReceiptShown, WordShown } from './receipts.dto.js';

/** What the page was just sent; said back above everything else. */
export const SAYINGS = ['rating', 'objection', 'question'] as const;
export type Saying = (typeof SAYINGS)[number];

/** The only thing the page may load or run: its own style, its pictures, its own forms. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Say = (zh: string, en: string) => string;
const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    escaped(language === 'en' ? en : zh);

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r?\n/g, '<br>');

/** A day in full, as it stands within a sentence of either language. */
const zh = (day: string | null): string => (day === null ? '' : fullDay(day)['zh-CN']);
const en = (day: string | null): string => (day === null ? '' : fullDay(day).en);

/** The page of an opened receipt. `code` goes only into the addresses of its pictures. */
export function receiptPage(
  shown: ReceiptShown,
  code: string,
  language: Language,
  { told, refused }: { told?: Saying | undefined; refused?: Said | undefined } = {},
): string {
  const say = sayIn(language);
  const { steps, next, said, category, answer, photos, mergedFrom } = shown;
  const steps_ = steps.map(
    ({ on, labels }) =>
      `<li${on === null ? ' class="ahead"' : ''}><span>${escaped(labels[language])}</span><time>${on ?? say('还没有', 'not yet')}</time></li>`,
  );
  const body = [
    told === undefined ? '' : `<p class="told" role="status">${TOLD[told](say)}</p>`,
    refused === undefined
      ? ''
      : `<p class="refused" role="alert">${escaped(language === 'en' ? refused.message : refused.messageZh)}</p>`,
    `<h1>${say('您反映的事项', 'What you raised')}</h1>`,
    `<p class="number">${escaped(shown.number)}</p>`,
    mergedFrom === null
      ? ''
      : `<p class="quiet">${say(`原编号 ${mergedFrom}，已并入此事项一起办理`, `Your number was ${mergedFrom}; it is handled together with this one`)}</p>`,
    category === null ? '' : `<p class="quiet">${escaped(category[language])}</p>`,
    said === null
      ? `<p class="quiet">${say('为保护您的隐私，原话未经整改办核对不在这里显示。', 'To protect you, your words are shown here only once the office has checked them for names.')}</p>`
      : `<blockquote>${escaped(said)}</blockquote>`,
    `<section class="now"><h2>${say('办到哪一步了', 'Where it stands')}</h2><p class="next">${escaped(next.labels[language])}</p><ol>${steps_.join('')}</ol></section>`,
    answer === undefined
      ? ''
      : `<section><h2>${say('做了什么', 'What was done')}</h2><p>${escaped(answer.text)}</p></section>`,
    photos.length === 0 ? '' : photosPart(photos, code, say),
    ratingPart(shown, language, say),
    objectionPart(shown, say),
    questionPart(shown, say),
    disagreePart(shown, say),
    `<footer><p>${say('本页没有您的姓名和联系方式。知道回执码的人都能打开，请收好；遗失可到整改办作废并换发。', 'This page holds neither your name nor your number. Whoever knows the code can open it: keep it safe. The office withdraws a lost one and issues another.')}</p>${languageLink(language)}</footer>`,
  ];
  return documentOf(say('您反映的事项', 'What you raised'), language, body.join('\n'));
}

/** The page on which a code is typed; also what a wrong and a withdrawn code are answered with, alike to the byte. */
export function codePage(language: Language, refused?: Said): string {
  const say = sayIn(language);
  const body = `<h1>${say('查询办理情况', 'Look up what became of it')}</h1>
${refused === undefined ? '' : `<p class="refused" role="alert">${escaped(language === 'en' ? refused.message : refused.messageZh)}</p>`}
<form method="post" action="/r${language === 'en' ? '?lang=en' : ''}"><label for="code">${say('回执码', 'Code of your receipt')}</label>
<p class="quiet" id="code-hint">${say('四个一组，不分大小写', 'Groups of four; capitals do not matter')}</p>
<input id="code" name="code" required aria-describedby="code-hint" maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" inputmode="text">
<button>${say('查看', 'Open')}</button></form>
<footer><p>${say('回执码在交给您的回执单上。遗失可到整改办换发。', 'The code stands on the slip you were given. The office replaces a lost one.')}</p>${languageLink(language)}</footer>`;
  return documentOf(say('查询办理情况', 'Look up what became of it'), language, body);
}

const languageLink = (language: Language): string =>
  `<p>${language === 'en' ? '<a href="?lang=zh-CN" lang="zh-CN">中文</a>' : '<a href="?lang=en" lang="en">English</a>'}</p>`;

const TOLD: Record<Saying, (say: Say) => string> = {
  rating: (say) => say('您的评价已收到，谢谢。', 'Your rating was taken. Thank you.'),
  objection: (say) =>
    say(
      '您的意见已送到督导组，处理结果会写在本页。',
      'What you said lies before the supervisors; what they decide will stand here.',
    ),
  question: (say) =>
    say('您的问题已送到整改办，答复会写在本页。', 'Your question is with the office; the answer will stand here.'),
};

function photosPart(photos: ReceiptShown['photos'], code: string, say: Say): string {
  const images = photos.map(
    ({ id }, at) =>
      `<img src="/api/receipts/${encodeURIComponent(code)}/photos/${id}" alt="${say(`照片 ${at + 1}`, `Picture ${at + 1}`)}" loading="lazy">`,
  );
  return `<section><h2>${say('照片', 'Pictures')}</h2><div class="photos">${images.join('')}</div></section>`;
}

function ratingPart({ rating, mayRate }: ReceiptShown, language: Language, say: Say): string {
  const words = (one: (typeof SATISFACTIONS)[number]): string => escaped(SATISFACTION_WORDS[one][language]);
  const title = `<h2>${say('您的评价', 'Your rating')}</h2>`;
  const given =
    rating === null
      ? ''
      : `<p>${say(`${zh(rating.on)}您评价：`, `On ${en(rating.on)} you said: `)}<b>${words(rating.overall)}</b>${mayRate ? say(`，${zh(rating.until)}前可以修改`, `; you may change it until ${en(rating.until)}`) : ''}</p>${rating.note === null ? '' : `<blockquote>${escaped(rating.note)}</blockquote>`}`;
  if (!mayRate) return rating === null ? '' : `<section>${title}${given}</section>`;
  const overall = SATISFACTIONS.map(
    (one) =>
      `<label class="pick"><input type="radio" name="overall" value="${one}" required${rating?.overall === one ? ' checked' : ''}> ${words(one)}</label>`,
  );
  const aspects = SERVICE_ASPECTS.map((name) => {
    const chosen = rating?.aspects[name];
    const marks = [5, 4, 3, 2, 1].map(
      (mark) => `<option value="${mark}"${chosen === mark ? ' selected' : ''}>${mark}</option>`,
    );
    return `<label class="aspect"><span>${escaped(ASPECT_WORDS[name][language])}</span><select name="${name}"><option value="">${say('不评', '–')}</option>${marks.join('')}</select></label>`;
  });
  const summary = rating === null ? say('评价办理结果', 'Rate the result') : say('修改评价', 'Change the rating');
  return `<section>${title}${given}<details${rating === null ? ' open' : ''}><summary>${summary}</summary><form method="post">
<input type="hidden" name="say" value="rating">
<fieldset><legend>${say('总的来说，您满意吗', 'All in all, are you satisfied?')}</legend>${overall.join('')}</fieldset>
<fieldset aria-describedby="aspects-hint"><legend>${say('逐项打分', 'Aspects')}</legend><p class="quiet" id="aspects-hint">${say('5 分最好，可以不填', '5 is best; leave out what you like')}</p>${aspects.join('')}</fieldset>
${textField('note', 'note', say('补充说明', 'Anything to add'), say('可以不填', 'Optional'))}
<button>${say('提交评价', 'Send')}</button></form></details></section>`;
}

function objectionPart({ mayObject, objectUntil, words, stage }: ReceiptShown, say: Say): string {
  const said = words.filter(({ kind }) => kind === 'unsolved');
  if (!mayObject && said.length === 0) return '';
  const form = !mayObject
    ? ''
    : `<details><summary>${stage === 'closed' ? say('没有解决？', 'Not solved?') : say('不同意公示的结果？', 'You disagree with what is shown?')}</summary><form method="post"><input type="hidden" name="say" value="objection">
<p class="quiet">${say(`${zh(objectUntil)}前可以提，每次只能提一次。督导组会处理，成立的重新办理，不成立的写明理由。`, `Until ${en(objectUntil)}, once. The supervisors decide: the case is taken up again, or they say why not.`)}</p>
${textField('unsolved', 'text', say('哪里没有解决', 'What is not solved'))}
<button class="strong">${say('提交', 'Send')}</button></form></details>`;
  return `<section><h2>${say('没有解决', 'Not solved')}</h2>${said.map((word) => wordPart(word, say)).join('')}${form}</section>`;
}

function questionPart({ mayAsk, isArchived, words }: ReceiptShown, say: Say): string {
  const asked = words.filter(({ kind }) => kind === 'question');
  const form = isArchived
    ? `<p class="quiet">${say('这件事项已经归档，有问题请直接联系整改办。', 'This case is archived: please speak to the office if you have a question.')}</p>`
    : !mayAsk
      ? `<p class="quiet">${say('这个问题答复后可以再问。', 'Once this is answered you may ask again.')}</p>`
      : `<details><summary>${say('向整改办提问', 'Ask the office')}</summary><form method="post"><input type="hidden" name="say" value="question">
${textField('question', 'text', say('您的问题', 'Your question'))}
<button>${say('提交', 'Send')}</button></form></details>`;
  return `<section><h2>${say('提问', 'Questions')}</h2>${asked.map((word) => wordPart(word, say)).join('')}${form}</section>`;
}

function wordPart({ on, text, answer, answeredOn, reopened }: WordShown, say: Say): string {
  const back =
    answer !== null
      ? `<p><b>${say(`${zh(answeredOn)}答复：`, `Answer of ${en(answeredOn)}: `)}</b>${escaped(answer)}</p>`
      : reopened
        ? `<p><b>${say('意见成立，事项已重新办理。', 'You were right: the case was taken up again.')}</b></p>`
        : `<p class="quiet">${say('正在处理，结果会写在这里。', 'Being looked at; the outcome will stand here.')}</p>`;
  return `<div class="word"><p class="quiet">${say(`${zh(on)}您说：`, `On ${en(on)} you said: `)}</p><blockquote>${escaped(text)}</blockquote>${back}</div>`;
}

/** How a case ended is told with what one can do who disagrees. */
function disagreePart({ outcome, mayObject, isArchived }: ReceiptShown, say: Say): string {
  if (outcome === null || mayObject || isArchived) return '';
  return `<section><h2>${say('如果您不同意', 'If you disagree')}</h2><p>${say('可以在上面向整改办提问，或直接到整改办、上级信访部门反映。', 'Ask the office above, or take it to the office itself or to the petitions authority above it.')}</p></section>`;
}

/** `id` names the field on the page, where two forms bring a `text`. With a hint it may be left empty. */
const textField = (id: string, name: string, label: string, hint?: string): string =>
  `<label for="${id}">${label}</label>${hint === undefined ? '' : `<p class="quiet" id="${id}-hint">${hint}</p>`}<textarea id="${id}" name="${name}" rows="4" maxlength="${RAISER_TEXT}"${hint === undefined ? ' required' : ` aria-describedby="${id}-hint"`}></textarea>`;

function documentOf(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<title>${title}</title><style>${PAGE_STYLE}</style></head>
<body><main>
${body}
</main></body></html>
`;
}
