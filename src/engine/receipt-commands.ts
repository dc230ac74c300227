/** What is said by the code of a receipt, and what the office says back: commands that every case takes, whatever its workflow and its version. */
import { knownNames } from '../domain/known-names.js';
import { SERVICE_ASPECTS, type ServiceAspect } from '../domain/heard.js';
import { SATISFACTIONS } from '../domain/words.js';
import { field, id, ids, labels, payload, prose, rating, reason, type CommandSpec, type Labels } from './fields.js';

/** Characters that somebody may write who is not signed in. */
export const RAISER_TEXT = 1000;

const raiser = (): Record<string, unknown> => id('反映人', 'Complainant', 'raiser');
const said = (zh: string, en: string): Record<string, unknown> => prose(zh, en, RAISER_TEXT);

export const ASPECT_WORDS: Readonly<Record<ServiceAspect, Labels>> = {
  environment: labels('环境', 'Premises'),
  image: labels('形象', 'Appearance'),
  attitude: labels('态度', 'Attitude'),
  effect: labels('效果', 'Effect'),
  result: labels('结果', 'Result'),
  speed: labels('速度', 'Speed'),
};

const aspects = Object.fromEntries(
  SERVICE_ASPECTS.map((name) => [name, rating(ASPECT_WORDS[name]['zh-CN'], ASPECT_WORDS[name].en)]),
);

/** `internal`: sent with the code of a receipt only, by nobody who is signed in. */
export const RECEIPT_COMMANDS = knownNames<CommandSpec>({
  RATE_RESULT: {
    labels: labels('反映人评价', 'Complainant’s rating'),
    internal: true,
    schema: payload(
      {
        raiserId: raiser(),
        overall: field('满意度', 'Satisfaction', { enum: [...SATISFACTIONS], 'x-kind': 'satisfaction' }),
        aspects: field('服务评分', 'Service ratings', {
          type: 'object',
          additionalProperties: false,
          properties: aspects,
        }),
        note: said('补充说明', 'Note'),
      },
      ['raiserId', 'overall', 'aspects'],
    ),
  },
  SAY_UNSOLVED: {
    labels: labels('反映人表示未解决', 'Complainant says: not solved'),
    internal: true,
    schema: payload({ raiserId: raiser(), text: said('说明', 'Text') }, ['raiserId', 'text']),
  },
  ASK_OFFICE: {
    labels: labels('反映人提问', 'Complainant’s question'),
    internal: true,
    schema: payload({ raiserId: raiser(), text: said('问题', 'Question') }, ['raiserId', 'text']),
  },
  ANSWER_RAISER: {
    labels: labels('答复反映人提问', 'Answer the complainant’s question'),
    schema: payload(
      { text: prose('答复（反映人可见，不写姓名、电话）', 'Answer (read by the complainant; no names)', RAISER_TEXT) },
      ['text'],
    ),
  },
  DISMISS_UNSOLVED: {
    labels: labels('“未解决”不成立', 'Dismiss “not solved”'),
    judgedBy: ['supervisor'],
    schema: reason(),
  },
  RELEASE_RESULT: {
    labels: labels('公布给反映人', 'Release to the complainant'),
    schema: payload(
      {
        raiserId: raiser(),
        said: prose(
          '反映内容（只给这一位看，不写姓名、电话、住址）',
          'What this complainant said (no names or addresses)',
          RAISER_TEXT,
        ),
        text: prose('办理结果（不写姓名、电话、住址）', 'What was done (no names or addresses)', RAISER_TEXT),
        photos: ids('公布的照片', 'Released photographs', 'attachments'),
      },
      [],
      { anyOf: ['said', 'text', 'photos'].map((name) => ({ required: [name] })) },
    ),
  },
});
