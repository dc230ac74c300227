/** The form of a command as this case needs it: without what would be refused, with what it asks for, and with its figures. */
import type { CaseContext } from '../domain/case.js';
import { hasSeveral, raisersOf, unreached } from '../domain/raisers.js';
import { noticeDays, weightOf } from '../domain/weight.js';
import type { Labels, Schema } from './commands.js';
import type { Env } from './env.js';
import { withBounds } from './form-bounds.js';

/** The schema of a command for a case. `rules` are the names of the rules its step is guarded by in the case's workflow. */
export function fittedForm(
  type: string,
  schema: Schema,
  rules: ReadonlySet<string>,
  context: CaseContext,
  env: Env,
): Schema {
  const properties = { ...schema.properties };
  const required = [...schema.required];
  if (rules.has('hasNoMilestones')) delete properties['milestones'];
  if (rules.has('milestonesInOrder')) {
    // The first milestone is the due day: a day of its own would be thrown away.
    delete properties['dueOn'];
    if (!required.includes('milestones')) required.push('milestones');
  }
  if (rules.has('saysOtherPlaces') && type === 'SUBMIT') {
    // 举一反三: asked of a key case, and of no other.
    if (context.isKey) required.push('otherPlaces');
    else delete properties['otherPlaces'];
  }
  if (rules.has('namesRaiser') || type === 'OBJECT') {
    const isVisit = type !== 'OBJECT';
    if (hasSeveral(context)) {
      properties['raiserId'] = { ...properties['raiserId'], ...choiceOf(context, isVisit) };
      if (isVisit) required.push('raiserId');
    } else delete properties['raiserId'];
  }
  if (noticeDays(context, env.policy, env.refs.categories) === 0) delete properties['noticeText'];
  if (rules.has('saysSatisfaction') && !context.raisedOutside) delete properties['satisfaction'];
  if (rules.has('showsBefore') && type === 'PASS') {
    const { photos } = weightOf(context, env.policy, env.refs.categories);
    if (photos && context.photos?.before !== true) required.push('photosBefore');
    if (photos && context.photos?.after !== true) required.push('photosAfter');
  }
  const asked = context.extension?.days;
  if (type === 'GRANT_EXTENSION' && asked !== undefined) {
    properties['days'] = { ...properties['days'], 'x-labels': daysGranted(asked) };
  }
  return { ...schema, properties: withBounds(properties, rules, context, env), required };
}

/** The raisers to choose from, each by the place they have among all: of a visit those who have not answered in this round. */
function choiceOf(context: CaseContext, unreachedOnly: boolean): Record<string, unknown> {
  const all = raisersOf(context);
  const ids = unreachedOnly ? unreached(context) : all;
  const words = ids.map((id): [string, Labels] => [id, nth(all.indexOf(id) + 1)]);
  return { enum: ids, 'x-words': Object.fromEntries(words) };
}

const nth = (position: number): Labels => ({ 'zh-CN': `第 ${position} 位反映人`, en: `Complainant ${position}` });

const daysGranted = (asked: number): Labels => ({
  'zh-CN': `批准天数（申请 ${asked} 天）`,
  en: `Days granted (${asked} asked)`,
});
