/** The numbers of a workflow's policy by where they stand in it, and what people call them. */
import { useI18n } from 'vue-i18n';
import { say } from '../../language/say.js';
import { useCategories } from '../../reference-data/reference-data.js';

export type Policy = Record<string, unknown>;
const BY_CATEGORY = 'workingDays.byCategory.';

/** Every value of the policy with its place, keys joined by dots. */
export function valuesOf(policy: unknown, path = ''): [path: string, value: string | number | boolean][] {
  if (typeof policy !== 'object' || policy === null) return [[path, policy as string | number | boolean]];
  return Object.entries(policy).flatMap(([name, inner]) => valuesOf(inner, path === '' ? name : `${path}.${name}`));
}

/** The policy with other numbers at these places. */
export function withNumbers(policy: Policy, numbers: Readonly<Record<string, number>>): Policy {
  const changed = JSON.parse(JSON.stringify(policy)) as Policy;
  for (const [path, value] of Object.entries(numbers)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const inner = keys.reduce<Policy>((at, key) => at[key] as Policy, changed);
    inner[last] = value;
  }
  return changed;
}

/** What a place of the policy is called; its keys where it has no words yet. Call in setup. */
export function usePolicyWords(): (path: string) => string {
  const { t, te } = useI18n();
  const { categories } = useCategories();
  return (path) => {
    if (path.startsWith(BY_CATEGORY)) {
      const code = path.slice(BY_CATEGORY.length);
      const category = categories.value.find((one) => one.code === code);
      return t('workflows.forCategory', { category: say(category?.labels) || code });
    }
    return te(`workflows.policy.${path}`) ? t(`workflows.policy.${path}`) : path;
  };
}
