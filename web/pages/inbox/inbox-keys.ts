/** The keys of the messages: j and k walk from step to step, r marks the one that has the focus as read. */
import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Letters work while nothing is typed and the focus is in the list or nowhere. Call in setup. */
export function useInboxKeys(list: Readonly<Ref<HTMLElement | null>>): void {
  function onKey(event: KeyboardEvent): void {
    const { activeElement } = document;
    const inList = list.value?.contains(activeElement) === true;
    const isFree = activeElement === document.body || activeElement?.id === 'page';
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(inList || isFree)) return;
    const rows = [...(list.value?.querySelectorAll<HTMLElement>('.row') ?? [])];
    const at = rows.findIndex((row) => row.contains(activeElement));
    const goTo = (row: HTMLElement | undefined): void => row?.querySelector<HTMLElement>('.step')?.focus();
    const act: Record<string, () => void> = {
      j: () => goTo(rows[at + 1]),
      k: () => goTo(rows[at < 0 ? 0 : at - 1]),
      r: () => rows[at]?.querySelector<HTMLElement>('.read')?.click(),
    };
    const doIt = act[event.key];
    if (doIt === undefined) return;
    event.preventDefault();
    doIt();
  }
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
