/** Random histories of version 2 of the workflow immediate; see random-history-2.ts for what must hold. */
import { describeProperties } from './properties.js';

// No extension can be asked for, and a due day of a day or two is seldom provisional.
describeProperties('immediate', ['extension', 'RECOMPUTE_DUE'], 2);
