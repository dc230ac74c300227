/** Turns an event that no transition took into the refusal people read: which rule, and who could. */
import { stageOf, substateOf, type CaseState } from '../domain/case.js';
import { Refused } from '../domain/errors.js';
import { RULES } from './catalogue.js';
import { specOf } from './commands.js';

/** 422 that names the first rule that failed, or, where no rule was even asked, that the stage does not take it. */
export function refusalOf(type: string, state: CaseState, failed: readonly string[]): Refused {
  const stage = stageOf(state.value);
  const place = substateOf(state.value);
  const name = failed[0];
  const rule = name === undefined ? undefined : RULES[name];
  if (name === undefined || rule === undefined) {
    return new Refused(
      422,
      'case.notInThisStage',
      '事项当前所处阶段不能这样办理',
      `The case does not take ${type} in its present stage`,
      { command: type, stage, state: place },
    );
  }
  return new Refused(422, `rule.${name}`, rule.messageZh ?? name, rule.message ?? name, {
    command: type,
    rule: name,
    who: rule.who ?? specOf(type)?.judgedBy ?? [],
    stage,
    state: place,
  });
}
