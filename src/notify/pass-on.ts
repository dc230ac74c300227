/** Passes due messages on to people: claims a batch, drops with a word what no longer holds, and writes the others into inboxes, all in one transaction. */
import { freshContext } from '../domain/case.js';
import type { Sentence } from '../domain/clock-words.js';
import type { Actor } from '../domain/command.js';
import type { Calendar } from '../domain/calendar.js';
import type { Day } from '../domain/day.js';
import type { CaseTies } from '../domain/separation.js';
import { ROLE_WORDS } from '../domain/vocabulary/people-words.js';
import { namesOf } from '../domain/vocabulary/word.js';
import type { Role } from '../domain/words.js';
import { claimMessages, type DueMessage, finishMessages } from '../store/messages/due-messages.js';
import type { Client } from '../store/messages/entry-rows.js';
import type { Facts } from '../store/messages/inbox-entry.entity.js';
import type { Directory } from './directory.js';
import { deputiesOf, type InForce, recipientsOf } from './recipients.js';
import { dropReason, type Reason } from './still-holds.js';
import { type NewEntry, tell } from './told.js';
import type { Topic } from './topic.js';
import { topicOf, type TopicKey } from './topics.js';

export interface PassedOn {
  claimed: number;
  /** Entries that came into inboxes. */
  told: number;
  dropped: number;
  /** What went wrong with single messages, which are dropped so that the others go on. */
  faults: string[];
}

export interface Moment {
  now: number;
  calendar: Calendar;
  directory: Directory;
  /** Who stands in for whom now; asked where there is something to tell. */
  inForce: () => Promise<InForce[]>;
}

/** One batch of at most `limit` messages, on the transaction of `client`. Any number of servers may do so at once. */
export async function passOn(client: Client, what: 'due' | 'byHand', moment: Moment, limit: number): Promise<PassedOn> {
  const { now } = moment;
  const messages = await claimMessages(client, what, now, limit);
  if (messages.length === 0) return { claimed: 0, told: 0, dropped: 0, faults: [] };
  const today = moment.calendar.dayOf(now);
  const inForce = await moment.inForce();
  const entries: NewEntry[] = [];
  const faults: string[] = [];
  const finished = messages.map((message): { id: string; dropped: Reason | null } => {
    try {
      const made = entriesOf(message, moment, today, inForce);
      entries.push(...made.entries);
      return { id: message.id, dropped: made.dropped };
    } catch (error) {
      faults.push(
        `message ${message.id} (${message.topic}): ${error instanceof Error ? error.message : String(error)}`,
      );
      return { id: message.id, dropped: 'fault' };
    }
  });
  const told = await tell(client, inOrder(entries), now);
  await finishMessages(client, finished, now);
  return {
    claimed: messages.length,
    told: told.length,
    dropped: finished.filter(({ dropped }) => dropped !== null).length,
    faults,
  };
}

/** Whoever is addressed twice by one step gets the order and not its copy, and is told in their own right before in another's: of one key the first is
 *  told. */
const inOrder = (entries: readonly NewEntry[]): NewEntry[] => {
  const place = ({ topic, facts = {} }: NewEntry): number =>
    Number(topic.endsWith('.copy')) * 2 + Number(facts['inNameOf'] !== undefined);
  return [...entries].sort((a, b) => place(a) - place(b));
};

interface Made {
  entries: NewEntry[];
  dropped: Reason | null;
}

function entriesOf(message: DueMessage, { now, directory }: Moment, today: Day, inForce: readonly InForce[]): Made {
  const topic = topicOf(message.topic);
  if (topic === undefined) return { entries: [], dropped: 'unknown' };
  const cause = causeOf(message, topic);
  const dropped = dropReasonOf(message, topic, cause, { now, today });
  if (dropped !== null) return { entries: [], dropped };
  const about = message.caseId === null ? null : tiesOf(message);
  const { persons, insteadOf } = recipientsOf({ ...message, about }, directory);
  if (persons.length === 0) return { entries: gapOf(message, directory, today), dropped: 'nobody' };
  // Nobody is told of what they did themselves.
  const others = persons.filter(({ userId }) => userId !== message.facts?.['not']);
  if (others.length === 0) return { entries: [], dropped: 'done' };
  const facts = factsOf(message, cause, insteadOf, today);
  const entryFor = ({ userId }: Actor, own: Facts): NewEntry => ({
    ...{ personId: userId!, topic: message.topic as TopicKey, caseId: message.caseId, messageId: message.id },
    ...{ facts: own, key: keyOf(message) },
  });
  const inTheirName = others.flatMap((person) =>
    deputiesOf(person, { ...message, about }, directory, inForce)
      .filter(({ userId }) => userId !== message.facts?.['not'])
      .map((deputy) => entryFor(deputy, { ...facts, inNameOf: forWhom(person), absentId: person.userId })),
  );
  return { entries: [...others.map((person) => entryFor(person, facts)), ...inTheirName], dropped: null };
}

const forWhom = ({ name }: Actor): Sentence => ({ 'zh-CN': `（代${name}）`, en: `For ${name}: ` });

/** What made it: the step, by which somebody in two roles is told once; or what the feature says is to be told once. */
function keyOf({ id, topic, caseId, facts, createdAt, deliverAt }: DueMessage): string {
  const once = facts?.['once'];
  if (typeof once === 'string') return `${topic}/${once}`;
  if (caseId === null) return id;
  return `${caseId}/${topic.replace('.copy', '')}/${createdAt.getTime()}/${deliverAt.getTime()}`;
}

/** The event of the step that the topic speaks of: the last one that its line has a sentence for. */
const causeOf = ({ causes }: DueMessage, { after = {} }: Topic): string | null =>
  causes.findLast((type) => Object.hasOwn(after, type)) ?? null;

function dropReasonOf(
  message: DueMessage,
  { holds }: Topic,
  cause: string | null,
  at: { now: number; today: Day },
): Reason | null {
  const { stage, waitsFor, leadUnitId, extensionPending, dueOn, yellowAt, context } = message;
  if (stage === null || context === null) return null;
  const one = {
    ...{ stage, waitsFor, leadUnitId, dueOn, context },
    extensionPending: extensionPending === true,
    yellowAt: yellowAt?.getTime() ?? null,
  };
  return dropReason(holds, one, { ...message, cause }, at);
}

function tiesOf({ context, officeUnitId, leadUnitId, supportingUnitIds }: DueMessage): CaseTies {
  const { assignedAt, workers, formerUnitIds = [] } = freshContext(context ?? {});
  return { officeUnitId, leadUnitId, supportingUnitIds, assignedAt, workers, formerUnitIds };
}

const ROLE_NAMES: Record<Role, Sentence> = namesOf(ROLE_WORDS);

function factsOf(message: DueMessage, cause: string | null, insteadOf: Role | null, today: Day): Facts {
  const { number, dueOn, replyDueOn, context, by, topic } = message;
  const reviewOn = context?.reviewOn ?? null;
  const instead = insteadOf === null ? null : ROLE_NAMES[insteadOf];
  const { not: _not, once: _once, ...given } = message.facts ?? {};
  return {
    ...given,
    on: today,
    ...(number === null ? {} : { number }),
    ...(cause === null ? {} : { cause }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(replyDueOn === null ? {} : { replyDueOn }),
    ...(reviewOn === null ? {} : { reviewOn }),
    ...(topic === 'urge' && by !== null ? { by } : {}),
    ...(instead === null
      ? {}
      : {
          instead: {
            'zh-CN': `（无人担任${instead['zh-CN']}，转给您）`,
            en: ` (nobody is the ${instead.en.toLowerCase()}, so it comes to you)`,
          },
        }),
  };
}

/** One entry a day for each administrator about each role that nobody holds; nothing of the case, which is none of theirs. */
function gapOf({ role, unitId }: DueMessage, directory: Directory, today: Day): NewEntry[] {
  const unit = directory.units.get(unitId ?? '')?.name ?? '';
  const facts = { on: today, role: ROLE_NAMES[role], unit };
  return directory.everybody('administrator').map(({ userId }) => ({
    personId: userId!,
    topic: 'gap',
    facts,
    key: `gap/${role}/${unitId}/${today}`,
  }));
}
