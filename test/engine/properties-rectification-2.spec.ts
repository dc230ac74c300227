/** Random histories of version 2 of the workflow rectification; see random-history-2.ts for what must hold. */
import { describeProperties } from './properties.js';

describeProperties('rectification', [], 2);
