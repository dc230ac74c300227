/** The keys of the import desk: 1 to 9 answer, n and p walk through the questions, Escape goes back to the table. */
import { onBeforeUnmount, onMounted, type Ref } from 'vue';
import { isComposing } from '../meetings/grid-keys.js';

/** Keys work while nothing is typed or chosen and no dialog is open. Call in setup. */
export function useDeskKeys(
  root: Ref<HTMLElement | undefined>,
  acts: { nth: (n: number) => unknown; go: (by: 1 | -1) => unknown; leave: () => unknown },
): void {
  function onKey(event: KeyboardEvent): void {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.id === 'page';
    const isOurs = isFree || root.value?.contains(activeElement) === true;
    const isTyped = activeElement?.closest('input:not([type=checkbox]), textarea, select, dialog, .el-drawer') != null;
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOurs || isTyped || document.querySelector('dialog[open]') !== null) return;
    const act = /^[1-9]$/.test(event.key)
      ? () => acts.nth(Number(event.key))
      : { n: () => acts.go(1), p: () => acts.go(-1), Escape: acts.leave }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    void act();
  }
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
