/** Whether there is a unit of the same or nearly the same name already: asked while the name is typed. */
import { ref, watch, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import { say } from '../../language/say.js';
import { useUnits } from '../../reference-data/reference-data.js';

const WAIT = 350;

/** What the service says of the name below that parent; empty where nothing does, or where it cannot be asked: it warns and holds nothing up. */
export function useAlikeUnits(of: () => { name: string; parentId: unknown }): Ref<string> {
  const said = ref('');
  const { units } = useUnits();
  const wayOf = (id: unknown): string => {
    const names: string[] = [];
    for (
      let at = units.value.find((unit) => unit.id === id);
      at;
      at = units.value.find(({ id: up }) => up === at!.parentId)
    )
      names.unshift(at.name);
    return names.join('/');
  };
  let timer: number | undefined;
  let asked = 0;
  watch(of, ({ name, parentId }) => {
    window.clearTimeout(timer);
    const mine = ++asked;
    said.value = '';
    if (name.trim() === '' || typeof parentId !== 'string') return;
    timer = window.setTimeout(async () => {
      const rows = [{ name: name.trim(), parent: wayOf(parentId) }];
      const found = await answer(api.POST('/api/setup/units/check', { body: { rows } })).catch(() => undefined);
      const [row] = found?.rows ?? [];
      if (mine === asked && (row?.kind === 'doubtful' || row?.kind === 'known')) said.value = say(row.reason);
    }, WAIT);
  });
  return said;
}
