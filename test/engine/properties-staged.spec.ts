/** Random histories of the workflow staged; see random-history.ts for what must hold. */
import { describeProperties } from './properties.js';

// Milestones are given by hand, so a due day is seldom provisional.
describeProperties('staged', ['RECOMPUTE_DUE']);
