/** The case whose form is open: it is offered to nobody as another one. */
import type { InjectionKey } from 'vue';

/** Its id; provided by whoever opens the form. */
export const CASE_OF_FORM: InjectionKey<string> = Symbol('case of the form');
