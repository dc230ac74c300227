/** `v-needed`: the control inside must be filled; said to a screen reader, as the star beside the label says it to the eye. */
import type { Directive } from 'vue';

/** What takes the word: a group of choices, a list, or whatever is typed into. */
const CONTROL =
  '[role=radiogroup], [role=combobox], textarea, input:not([type=radio]):not([type=checkbox]):not([type=file])';

function say(place: HTMLElement, { value }: { value: boolean | undefined }): void {
  const control = place.matches(CONTROL) ? place : place.querySelector(CONTROL);
  if (value === true) control?.setAttribute('aria-required', 'true');
  else control?.removeAttribute('aria-required');
}

export const vNeeded: Directive<HTMLElement, boolean | undefined> = { mounted: say, updated: say };
