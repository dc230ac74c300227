/** Random histories of version 2 of the workflow staged; see random-history-2.ts for what must hold. */
import { describeProperties } from './properties.js';

// Milestones are given by hand, so a due day is seldom provisional.
describeProperties('staged', ['RECOMPUTE_DUE'], 2);
