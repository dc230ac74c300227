/** Fields of a command that a person does not type because the case itself says them: which order a reply or a signature is for. */
import type { AllowedCommand, CaseShown } from '../../api/types.js';
import type { Values } from '../../form/check-form.js';

const OPEN = ['issued', 'proposed'];

/** `period` and `rung` of the newest order that is still open, for commands that ask for them; nothing else. A leader instructs on the newest of all. */
export function hiddenValues(of: CaseShown, action: AllowedCommand): Values {
  const asks = Object.entries(action.schema.properties).filter(([, field]) => field['x-kind'] === 'hidden');
  if (asks.length === 0) return {};
  const open = action.type === 'INSTRUCT_ORDER' ? [] : of.orders.filter(({ status }) => OPEN.includes(status));
  const order = open.at(-1) ?? of.orders.at(-1);
  const known: Values = { period: order?.period, rung: order?.rung };
  return Object.fromEntries(asks.map(([name]) => [name, known[name]]).filter(([, value]) => value !== undefined));
}

/** False for a command that asks for an order where there is none: its form could never be sent. */
export function canBeFilled(of: CaseShown, action: AllowedCommand): boolean {
  const known = hiddenValues(of, action);
  const hidden = Object.entries(action.schema.properties).filter(([, field]) => field['x-kind'] === 'hidden');
  return hidden.every(([name]) => known[name] !== undefined || !(action.schema.required ?? []).includes(name));
}
