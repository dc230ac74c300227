/** Files are held in memory and drawn anew one after the other. */
import { Turns } from '../domain/turns.js';

/** The turns of this process in which that happens: one at a time. */
export const CLEANING = new Turns(1);
