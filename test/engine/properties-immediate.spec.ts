/** Random histories of the workflow immediate; see random-history.ts for what must hold. */
import { describeProperties } from './properties.js';

// No extension can be asked for.
describeProperties('immediate', ['extension']);
