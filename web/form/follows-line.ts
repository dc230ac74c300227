/** `FollowsLine` with its words; a form does without them where there is no network and they were never read. */
import { defineAsyncComponent } from 'vue';
import { loadWords } from '../language/words.js';

export const FollowsLine = defineAsyncComponent(() =>
  Promise.all([import('./FollowsLine.vue'), loadWords('follows')]).then(
    ([part]) => part.default,
    () => ({ render: () => null }),
  ),
);
