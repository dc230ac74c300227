/** What the service says of the ways on which it reaches the person. */
import type { components } from '../../api/schema.js';

export type OwnChannels = components['schemas']['OwnChannels'];
export type OwnChannel = OwnChannels['channels'][number];
