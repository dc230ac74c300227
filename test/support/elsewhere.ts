/** The search beyond the text, with an invented key. */
import type { Pool } from 'pg';
import { ElsewhereStore } from '../../src/store/lists/elsewhere.store.js';
import { Seal } from '../../src/store/sealed/seal.js';

export const elsewhereOf = (pool: Pool): ElsewhereStore => new ElsewhereStore(pool, new Seal(Buffer.alloc(32, 7)));
