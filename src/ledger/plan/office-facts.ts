/** What an office has that a ledger is held against: its units and categories, and the cases that bear the numbers and words of the rows. */
import { createHash } from 'node:crypto';
import type { Calendar } from '../../domain/calendar.js';
import type { Actor } from '../../domain/command.js';
import { Refused } from '../../domain/errors.js';
import type { UnitTree } from '../../domain/units.js';
import { holds } from '../../domain/visibility.js';
import type { LedgerRowStore } from '../../store/encrypted/ledger-row.store.js';
import type { KnownCase, LedgerCase, LedgerStore } from '../../store/files/ledger.store.js';
import type { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { CategoryNames } from '../category-names.js';
import { exportSaid } from '../export-row.js';
import { OWN_NUMBER } from '../ledger-note.js';
import { contentHash } from '../reading/content-hash.js';
import type { LedgerReading, ReadEntry } from '../reading/reading.js';
import type { RowSaid } from './row-said.js';

export interface OfficeFacts {
  actor: Actor;
  /** The unit at which the importing clerk holds the role: cases will be of it, units made below it. */
  officeUnitId: string;
  units: UnitTree;
  calendar: Calendar;
  categories: CategoryNames;
  /** Epoch milliseconds. */
  now: number;
  byKey: ReadonlyMap<string, KnownCase>;
  byNumber: ReadonlyMap<string, KnownCase>;
  isOwn: (found: KnownCase) => boolean;
  /** What the last import of a case said, and what an export of it would say now. */
  before: ReadonlyMap<string, RowSaid>;
  exported: ReadonlyMap<string, RowSaid>;
}

/** Numbers of our own cases as an export writes them. */
const OUR_NUMBER = /^[A-Z]{2}-\d{4}-\d{6,}$/;

export interface FactsFrom {
  store: LedgerStore;
  rows: LedgerRowStore;
  referenceData: Pick<ReferenceDataStore, 'refresh'>;
}

/** The facts for this reading. 403 for whoever is no clerk. */
export async function officeFacts(
  { store, rows, referenceData }: FactsFrom,
  reading: LedgerReading | null,
  actor: Actor,
  now: number,
): Promise<OfficeFacts> {
  const officeUnitId = clerksUnit(actor);
  const { units, calendar } = await referenceData.refresh();
  const categories = new CategoryNames(await store.categories());
  const keys = new Set<string>();
  const numbers = new Set<string>();
  for (const { entry, identities } of reading?.rows ?? []) {
    if (entry === null) continue;
    for (const identity of identities) keys.add(identity);
    if (identities.length === 0) keys.add(textIdentity(entry));
    if (identities[0] !== undefined) keys.add(otherIdentity(identities[0], entry));
    for (const number of ownNumbers(entry)) if (OUR_NUMBER.test(number)) numbers.add(number);
  }
  const known = await store.known([...keys], [...numbers]);
  const isOwn = (found: KnownCase): boolean => holds(actor, ['clerk'], found.officeUnitId, units);
  const own = known.filter(isOwn);
  const before = await rows.lastSaid(own.map(({ id }) => id));
  const home = numbers.size === 0 ? [] : own.filter(({ number }) => numbers.has(number));
  const cases: LedgerCase[] = home.length === 0 ? [] : await store.forExport(home.map(({ id }) => id));
  return {
    actor,
    officeUnitId,
    units,
    calendar,
    categories,
    now,
    byKey: new Map(known.flatMap((found) => (found.externalKey === null ? [] : [[found.externalKey, found]]))),
    byNumber: new Map(known.map((found) => [found.number, found])),
    isOwn,
    before: before as ReadonlyMap<string, RowSaid>,
    exported: new Map(cases.map((found) => [found.id, exportSaid(found, calendar)])),
  };
}

/** A digest of all that a plan takes from the office but its reference data: the day, and the cases with what stands in them and what was said of them. */
export function factsStamp({ calendar, now, byKey, byNumber, before, exported }: OfficeFacts): string {
  const hash = createHash('sha256').update(calendar.dayOf(now));
  for (const found of [byKey, byNumber, before, exported]) {
    const keys = [...found.keys()].sort();
    hash.update(`\n${keys.length}`);
    for (const key of keys) hash.update(`\n${key}${JSON.stringify(found.get(key))}`);
  }
  return hash.digest('base64url');
}

/** The identity of an issue whose number another one bears already: the number with what it says. */
export function otherIdentity(identity: string, entry: ReadEntry): string {
  return `${identity}#${contentHash({ ...entry, line: 0 }).slice(0, 16)}`;
}

/** The identity of an issue that is known by what it says. */
export const textIdentity = (entry: ReadEntry): string => `content:${contentHash(entry)}`;

/** Under which of our numbers a row of an export may come home. */
export function ownNumbers(entry: ReadEntry): string[] {
  return [entry.extra[OWN_NUMBER], entry.externalId].filter((number) => number !== undefined);
}

/** The unit of the clerk. 403 `ledger.clerkOnly` for whoever is none. */
export function clerksUnit(actor: Actor): string {
  const held = actor.roles.find(({ role }) => role === 'clerk');
  if (held !== undefined) return held.unitId;
  throw new Refused(403, 'ledger.clerkOnly', '只有整改办可以导入台账', 'Only an office clerk may import a ledger');
}
