/** Whether anything of a person may lie on this device: known when the page starts, before whatever could look is loaded. */
import { recall, remember } from './remember.js';

const KEY = 'xiaohao.kept';

export const isKeptHere = (): boolean => recall(KEY) !== null;
export const noteKept = (isKept: boolean): void => remember(KEY, isKept ? 'yes' : null);
