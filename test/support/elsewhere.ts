/** The search beyond the text, with an invented key. */
import type { Database } from '../../src/store/database/database.js';
import { ElsewhereStore } from '../../src/store/lists/elsewhere.store.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';

export const elsewhereOf = (database: Pick<Database, 'pool'>): ElsewhereStore =>
  new ElsewhereStore(database, new Cipher(Buffer.alloc(32, 7)));
