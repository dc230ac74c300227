/** Light or dark: the person's choice, remembered on this computer; the system's where none was made. */
import { ref, watchEffect } from 'vue';
import { recall, remember } from '../keeping/remember.js';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'xiaohao.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const remembered = recall(KEY);

/** The choice; setting it changes the page at once and is remembered. */
export const theme = ref<Theme>(remembered === 'light' || remembered === 'dark' ? remembered : 'system');
/** Whether the page is dark now, for charts that draw their own colours. */
export const isDark = ref(false);

const systemDark = ref(system.matches);
system.addEventListener('change', () => (systemDark.value = system.matches));

watchEffect(() => {
  isDark.value = theme.value === 'dark' || (theme.value === 'system' && systemDark.value);
  document.documentElement.classList.toggle('dark', isDark.value);
  remember(KEY, theme.value === 'system' ? null : theme.value);
});
