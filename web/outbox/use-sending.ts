/** Sends what a form holds, whether typed as a draft or opened again from the outbox. */
import { onScopeDispose, ref, type Ref } from 'vue';
import { asProblem } from '../api/problem.js';
import { queries } from '../app/queries.js';
import type { Written } from '../form/draft.js';
import { loadList } from './load-list.js';
import { newId } from './new-id.js';
import { letGo, send, type Sending, type Sent } from './outbox.js';
import type { Reopened } from './reopened.js';

type Typed = Pick<Written<unknown>, 'place' | 'flush' | 'handOver' | 'takeBack' | 'clear'>;
type Opened = Pick<Reopened<unknown>, 'one' | 'letGo' | 'cameBack'>;
type Content = Omit<Sending, 'id' | 'from' | 'replaces' | 'isWatched'>;

/** `submit` resolves to what became of it; undefined where it was refused: `failed` says why, and the form still holds it. Call in setup. */
export function useSending(written: Typed | Opened): {
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  submit: (content: Content) => Promise<Sent | undefined>;
} {
  const busy = ref(false);
  const failed = ref<unknown>(null);
  let isThere = true;
  /** One id for one intention: pressing the button again after an error repeats the same command. A changed form is a new one. */
  let id = newId();
  let sentBefore = '';
  void loadList().catch(() => undefined);
  onScopeDispose(() => {
    isThere = false;
    letGo(id);
  });

  async function submit(content: Content): Promise<Sent | undefined> {
    if (busy.value) return undefined;
    const now = JSON.stringify([content.payload, content.files?.map((file) => file.id)]);
    if (sentBefore !== '' && now !== sentBefore) id = newId();
    // what was refused was not done: under its first id it is still done once only
    if ('one' in written && written.one.value.refused?.code !== 'command.duplicate') id = written.one.value.id;
    sentBefore = now;
    busy.value = true;
    failed.value = null;
    try {
      if (!('one' in written)) return await send({ ...content, id, from: written, isWatched: () => isThere });
      written.letGo();
      return await send({ ...content, id, replaces: written.one.value.id });
    } catch (error) {
      const { code, message, messageZh } = asProblem(error);
      if ('one' in written) written.cameBack(id, { code, message, messageZh });
      // what changed meanwhile is shown beside the form, and where a deputy's time is over the case goes on in their own name
      if (code === 'case.stale' || code.startsWith('deputy.'))
        void queries.invalidateQueries({ queryKey: ['case', content.caseId] });
      failed.value = error;
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  return { busy, failed, submit };
}
