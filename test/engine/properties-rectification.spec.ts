/** Random histories of the workflow rectification; see random-history.ts for what must hold. */
import { describeProperties } from './properties.js';

describeProperties('rectification');
