/** Deputies as the pages show them. */
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type Deputy = Schemas['DeputyShown'];
export type Candidate = Schemas['DeputyCandidate'];

/** Keys under which what depends on deputies is kept: all of it is read anew after a change. */
export const DEPUTIES = ['deputies'];
