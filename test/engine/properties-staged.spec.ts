/** Random histories of the workflow staged; see random-history.ts for what must hold. */
import { describeProperties } from './properties.js';

describeProperties('staged');
