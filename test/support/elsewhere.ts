/** The search beyond the text, with an invented key. */
import type { Database } from '../../src/store/database/database.js';
import { ElsewhereStore } from '../../src/store/lists/elsewhere.store.js';
import { Seal } from '../../src/store/sealed/seal.js';

export const elsewhereOf = (database: Pick<Database, 'pool'>): ElsewhereStore =>
  new ElsewhereStore(database, new Seal(Buffer.alloc(32, 7)));
