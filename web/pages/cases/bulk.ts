/** One command for many cases: what all of them allow, and what became of each. */
import { useQuery } from '@tanstack/vue-query';
import { answer, api } from '../../api/client.js';
import type { Said } from '../../api/problem.js';
import type { AllowedCommand, CaseRow, CaseShown, FormSchema } from '../../api/types.js';
import { queries } from '../../app/queries.js';
import type { Values } from '../../form/check-form.js';
import { newId } from '../../outbox/new-id.js';

/** Cases that can be chosen at once; each is asked what it allows. */
export const MOST = 100;
const AT_ONCE = 6;
/** Kinds of fields that speak of one case only: its order, its photographs, its milestones. */
const OF_ONE_CASE = ['hidden', 'attachments', 'milestones'];

/** Commands that are about one case: words that fit no other, and decisions that want what was asked before the eyes. */
const ONE_BY_ONE = [
  ...['CORRECT', 'SPLIT', 'RECORD_TALK', 'OBJECT', 'DISMISS_OBJECTION'],
  ...['GRANT_DEPARTURE', 'REFUSE_DEPARTURE', 'CLOSE_DISPUTED'],
];

export interface Result {
  row: CaseRow;
  /** Why the service refused; undefined where it was done. */
  refused?: Said;
}

/** The chosen cases as they are now, in the order of `rows`. */
async function readCases(rows: readonly CaseRow[]): Promise<CaseShown[]> {
  const found: CaseShown[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows
      .slice(at, at + AT_ONCE)
      .map(({ id }) => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })));
    found.push(...(await Promise.all(some)));
  }
  return found;
}

/** The chosen cases, read once for one panel: what another one has read may be as they were, and the versions that were seen are sent along. Call in setup. */
export const useCasesRead = (rows: readonly CaseRow[]) =>
  useQuery({
    queryKey: ['bulk', newId()],
    queryFn: () => readCases(rows),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Commands that every one of the cases allows now, with a form that fits them all; a command that needs something of its one case
 *  is left out, whichever of the cases it is. */
export function commonCommands(cases: readonly CaseShown[]): AllowedCommand[] {
  return (cases[0]?.allowed ?? []).flatMap((command) => {
    if (ONE_BY_ONE.includes(command.type)) return [];
    const forms = cases.map(({ allowed }) => allowed.find(({ type }) => type === command.type)?.schema);
    if (!forms.every((form): form is FormSchema => form !== undefined)) return [];
    const schema = ofMany(forms);
    const isWhole = forms.every(({ required = [] }) => required.every((name) => name in schema.properties));
    return isWhole ? [{ ...command, schema }] : [];
  });
}

/** The fields that all forms have in the same words: one that names the days a single case asked for speaks of no other. */
function ofMany([form, ...others]: FormSchema[]): FormSchema {
  const kept = Object.entries(form!.properties).filter(
    ([name, field]) =>
      !OF_ONE_CASE.includes(field['x-kind'] ?? '') &&
      others.every(({ properties }) => JSON.stringify(properties[name]) === JSON.stringify(field)),
  );
  return { ...form!, properties: Object.fromEntries(kept) };
}

/** A sender for one set of cases: the same command sent again, after an answer was lost, carries the same ids and is done once. `payloadOf`: what goes to a
 *  case, where each gets its own. */
export function bulkSender(rows: readonly CaseRow[], cases: readonly CaseShown[]) {
  const ids = new Map<string, string>();
  return async (type: string, payloadOf: Values | ((one: CaseShown) => Values)): Promise<Result[]> => {
    const body = cases.map((one) => {
      const { id: caseId, version, allowed } = one;
      const absentId = allowed.find((offered) => offered.type === type)?.absentId;
      const payload = typeof payloadOf === 'function' ? payloadOf(one) : payloadOf;
      const intention = JSON.stringify([caseId, type, payload]);
      const id = ids.get(intention) ?? newId();
      ids.set(intention, id);
      return { ...payload, id, caseId, type, expectedVersion: version, ...(absentId == null ? {} : { absentId }) };
    });
    const results = await answer(api.POST('/api/commands', { body }));
    await Promise.all(['case', 'cases', 'work'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    return rows.map((row, at) => {
      const result = results?.[at];
      return result?.ok === true || result?.error === undefined ? { row } : { row, refused: result.error };
    });
  };
}
