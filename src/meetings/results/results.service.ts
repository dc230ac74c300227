/** What the office sees of a meeting's results, the words it puts to them, and their release. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { owedFor, type AnswerFacts } from '../../domain/answers.js';
import type { Actor } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import type { UnitTree } from '../../domain/units.js';
import { AnswerStore, type AnswerRow, type NewAnswer, type Wording } from '../../store/meetings/answer.store.js';
import { OpinionStore, type OpinionRow } from '../../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { MeetingsService } from '../meetings.service.js';
import { AnswersOfService } from './answers-of.service.js';
import { composed, nextAnswer, type Composed } from './composed.js';
import { ResultLinksService } from './result-links.service.js';
import type {
  AnswerShown,
  Released,
  ResultCounts,
  ResultLineShown,
  ResultsShown,
  WordingInput,
} from './results.dto.js';

interface Line {
  opinion: OpinionRow;
  facts: AnswerFacts;
  now: Composed;
  said: string | null;
  answers: AnswerRow[];
  next: NewAnswer | undefined;
}

@Injectable()
export class ResultsService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly opinions: OpinionStore,
    private readonly answers: AnswerStore,
    private readonly answersOf: AnswersOfService,
    private readonly links: ResultLinksService,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The meeting with what became of each opinion, what was told and what would be told now; 404 where another office keeps it. Names as on its desk. */
  async of(actor: Actor, meetingId: string): Promise<ResultsShown> {
    const { opinions: _, ...meeting } = await this.meetings.one(actor, meetingId);
    const lines = await this.lines(meetingId);
    const { units } = this.referenceData.current();
    const hidden = new Set(meeting.participants.flatMap(({ id, name }) => (name === null ? [id] : [])));
    return {
      ...meeting,
      lines: lines.map((line) => shown(line, this.today(), units)),
      counts: countsOf(lines),
      links: await this.links.inForce(meetingId, hidden),
    };
  }

  /** Keeps the office's words for an opinion until its next release; 422 where they leave the record without saying why. */
  async word(actor: Actor, meetingId: string, opinionId: string, input: WordingInput): Promise<void> {
    await this.meetings.kept(actor, meetingId);
    const line = (await this.lines(meetingId)).find(({ opinion }) => opinion.id === opinionId);
    if (line === undefined) throw notFound('opinion', '意见建议', opinionId);
    const { facts } = line;
    const text = (given: string | undefined): string | null => given?.trim() ?? null;
    const departs = input.class !== undefined && input.class !== facts.class;
    if (departs && facts.class === null) throw UNTRIAGED;
    // What their own unit did is not theirs to call solved.
    const hidden = departs ? await this.meetings.hiddenFrom(actor, meetingId) : new Set<string>();
    if (hidden.has(line.opinion.participantId ?? '')) throw TIED;
    if (departs && (input.words === undefined || input.reason === undefined)) throw UNREASONED;
    if (input.plannedOn !== undefined && input.plannedOn < this.today()) throw PAST_DAY;
    const wording: Wording = {
      opinionId,
      basis: facts.basis,
      said: text(input.said),
      words: text(input.words),
      class: departs ? input.class! : null,
      reason: departs ? text(input.reason) : null,
      plannedOn: input.plannedOn ?? null,
    };
    await this.answers.word(wording, actor.userId, this.clock.now());
  }

  /** Releases every answer that says something new, and makes the address of each participant who spoke. All or none: 422 where one still lacks something. */
  async release(actor: Actor, meetingId: string): Promise<Released> {
    await this.meetings.kept(actor, meetingId);
    const lines = await this.lines(meetingId);
    if (lines.length === 0) throw NOTHING_SAID;
    const lacking = lines.filter(({ now }) => now.missing !== null);
    if (lacking.length > 0) throw incomplete(lacking);
    const next = lines.flatMap((line) => line.next ?? []);
    const at = this.clock.now();
    const released = next.length === 0 ? 0 : await this.answers.release(next, actor.userId, at);
    const speakers = new Set(lines.flatMap(({ opinion }) => opinion.participantId ?? []));
    await this.links.make(actor, meetingId, [...speakers]);
    return { released };
  }

  private async lines(meetingId: string): Promise<Line[]> {
    const opinions = await this.opinions.ofMeeting(meetingId);
    const ids = opinions.map(({ id }) => id);
    const [facts, wordings, given] = await Promise.all([
      this.answersOf.of(opinions),
      this.answers.wordings(ids),
      this.answers.ofOpinions(ids),
    ]);
    return opinions.map((opinion, at) => {
      const written = wordings.get(opinion.id);
      const now = composed(facts[at]!, written, this.today());
      const said = written?.said ?? null;
      const answers = given.get(opinion.id) ?? [];
      const next = nextAnswer(opinion.id, facts[at]!, now, said, answers.at(-1));
      return { opinion, facts: facts[at]!, now, said, answers, next };
    });
  }

  private today(): string {
    return this.referenceData.current().calendar.dayOf(this.clock.now());
  }
}

function shown({ opinion, facts, now, said, answers, next }: Line, today: string, units: UnitTree): ResultLineShown {
  const { id: opinionId, seq, participantId, text, outcome, caseId, caseNumber } = opinion;
  const last = answers.at(-1);
  return {
    ...{ opinionId, seq, participantId, text, outcome, caseId, caseNumber },
    basis: facts.basis,
    factsClass: facts.class,
    class: now.class,
    sentence: now.sentence,
    dueOn: now.dueOn,
    solvedOn: facts.class === 'solved' ? facts.on : null,
    unit: units.get(facts.unitId ?? '')?.name ?? null,
    said,
    wording: now.wording ?? null,
    missing: now.missing,
    isReleased: last !== undefined && next === undefined && now.missing === null,
    owed: last === undefined ? null : owedFor(last, facts, today),
    answers: answers.map(answerShown),
  };
}

const answerShown = ({ words, wordsEn, releasedAt, ...row }: AnswerRow): AnswerShown => ({
  ...{ seq: row.seq, class: row.class, factsClass: row.factsClass, reason: row.reason, said: row.said },
  ...{ solvedOn: row.solvedOn, dueOn: row.dueOn, releasedByName: row.releasedByName },
  sentence: { 'zh-CN': words, en: wordsEn },
  releasedAt: releasedAt.toISOString(),
});

function countsOf(lines: readonly Line[]): ResultCounts {
  const count = (fits: (line: Line) => boolean): number => lines.filter(fits).length;
  return {
    solved: count(({ now }) => now.class === 'solved'),
    answered: count(({ now, facts }) => now.class === 'solved' && facts.basis === 'answered'),
    unverified: count(({ now, facts }) => now.class === 'solved' && facts.basis === 'unverified'),
    planned: count(({ now }) => now.class === 'planned'),
    notPossible: count(({ now }) => now.class === 'notPossible'),
    untriaged: count(({ facts }) => facts.class === null),
    departing: count(({ now, facts }) => now.class !== facts.class),
  };
}

const UNTRIAGED = new Refused(
  422,
  'result.untriaged',
  '该意见还没有处理，不能定反馈类别',
  'Nobody has decided on this opinion yet',
);
const UNREASONED = new Refused(
  422,
  'result.unreasoned',
  '反馈类别与办理记录不一致，须写明反馈的话和理由',
  'A class other than the record says wants words and a reason',
);
const TIED = new Refused(
  403,
  'result.tied',
  '该意见涉及您所在单位或您经办的事项，不能由您改变反馈类别',
  'This opinion is about your own unit or a case you worked on: somebody else must change its class',
);
const PAST_DAY = new Refused(
  422,
  'result.dayPast',
  '计划办结日期不能早于今天',
  'The day of a plan lies not before today',
);
const NOTHING_SAID = new Refused(
  422,
  'result.nothingSaid',
  '会上没有录入意见，无可反馈',
  'No opinion was logged at this meeting',
);

const LACKS: Record<NonNullable<Composed['missing']>, { zh: string; en: string }> = {
  triage: { zh: '还没有处理', en: 'is not triaged' },
  words: { zh: '缺反馈的理由', en: 'lacks the reason to be told' },
  day: { zh: '缺计划办结日期', en: 'lacks the day of its plan' },
};

function incomplete(lacking: readonly Line[]): Refused {
  const opinions = lacking.map(({ opinion, now }) => ({ seq: opinion.seq, missing: now.missing! }));
  return new Refused(
    422,
    'result.incomplete',
    `还不能发布：${opinions.map(({ seq, missing }) => `第 ${seq} 条${LACKS[missing].zh}`).join('，')}`,
    `Not ready to be released: ${opinions.map(({ seq, missing }) => `opinion ${seq} ${LACKS[missing].en}`).join(', ')}`,
    { opinions },
  );
}
