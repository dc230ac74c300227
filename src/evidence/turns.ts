/** Files are held in memory and drawn anew one after the other. */
import { Turns } from '../domain/turns.js';

/** The turns of this process in which that happens: one at a time. */
export const CLEANING = new Turns(1);
/** The turns in which large clean files go into the database: nothing is won by sending two at once. */
export const KEEPING = new Turns(1);
