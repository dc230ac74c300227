/** What became of each row of an imported ledger; what rows said is encrypted, since a name may stand in any cell. */
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { SealedLedgerRow } from '../cases/decision-rows.js';
import { Cipher } from './cipher.js';

export interface LedgerRowKept {
  line: number;
  /** A word of BECOMES. */
  became: string;
  caseId: string | null;
  joinsLine: number | null;
  /** Version of the case once this import had written it; null where it wrote nothing. */
  caseVersion: number | null;
  /** What the row said and why it became that: anything JSON holds. */
  said: object;
}

/** A row with something to send. */
export type LedgerRowOfCase = Omit<LedgerRowKept, 'caseId' | 'caseVersion'> & { caseId: string };

/** A row as the protocol and the undoing of an import want it. */
export interface LedgerRowShown extends LedgerRowKept {
  caseNumber: string | null;
  /** Of the case as it stands; null where it never came to be. */
  presentVersion: number | null;
}

const TOGETHER = 1_000;

@Injectable()
export class LedgerRowStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly cipher: Cipher,
  ) {}

  /** A row that is written with the case that it becomes or changes: see Intent. */
  sealed(importId: string, { line, became, caseId, joinsLine, said }: LedgerRowOfCase): SealedLedgerRow {
    return { importId, line, became, caseId, joinsLine, said: this.closed(importId, line, said).toString('hex') };
  }

  /** Keeps rows of which nothing was sent, or whose sending was refused. One that is on record with its case stays as it is: of what was sent when a
   *  connection broke nobody knew. */
  async keep(importId: string, rows: readonly LedgerRowKept[]): Promise<void> {
    for (let from = 0; from < rows.length; from += TOGETHER) {
      const some = rows.slice(from, from + TOGETHER);
      await this.database.pool.query(
        `INSERT INTO ledger_row (import_id, line, became, case_id, joins_line, case_version, said)
         SELECT $1, line, became, case_id, joins_line, case_version, decode(said, 'base64')
         FROM unnest($2::int[], $3::text[], $4::uuid[], $5::int[], $6::int[], $7::text[])
           AS given (line, became, case_id, joins_line, case_version, said)
         ON CONFLICT (import_id, line) DO UPDATE SET became = excluded.became, case_id = excluded.case_id,
           joins_line = excluded.joins_line, case_version = excluded.case_version, said = excluded.said
         WHERE ledger_row.case_version IS NULL`,
        [
          importId,
          some.map(({ line }) => line),
          some.map(({ became }) => became),
          some.map(({ caseId }) => caseId),
          some.map(({ joinsLine }) => joinsLine),
          some.map(({ caseVersion }) => caseVersion),
          some.map(({ line, said }) => this.closed(importId, line, said).toString('base64')),
        ],
      );
    }
  }

  /** The rows of an import in their order. */
  async of(importId: string): Promise<LedgerRowShown[]> {
    const { rows } = await this.database.pool.query<Omit<LedgerRowShown, 'said'> & { said: Buffer }>(
      `SELECT r.line, r.became, r.case_id AS "caseId", r.joins_line AS "joinsLine", r.case_version AS "caseVersion", r.said,
         c.number AS "caseNumber", c.version AS "presentVersion"
       FROM ledger_row r LEFT JOIN rectification_case c ON c.id = r.case_id WHERE r.import_id = $1 ORDER BY r.line`,
      [importId],
    );
    return rows.map(({ said, ...row }) => ({ ...row, said: this.opened(importId, row.line, said) }));
  }

  /** By case what its latest import said of it: the `entry` of that row. */
  async lastSaid(caseIds: readonly string[]): Promise<Map<string, object>> {
    if (caseIds.length === 0) return new Map();
    const { rows } = await this.database.pool.query<{ importId: string; line: number; caseId: string; said: Buffer }>(
      `SELECT DISTINCT ON (r.case_id) r.case_id AS "caseId", r.import_id AS "importId", r.line, r.said
       FROM ledger_row r JOIN ledger_import i ON i.id = r.import_id
       WHERE r.case_id = ANY($1::uuid[]) AND r.joins_line IS NULL AND r.became IN ('new', 'joined', 'changed') AND i.undone_at IS NULL
       ORDER BY r.case_id, i.at DESC, i.id DESC, r.line`,
      [caseIds],
    );
    return new Map(
      rows.flatMap(({ caseId, importId, line, said }) => {
        const { entry } = this.opened(importId, line, said) as { entry?: object };
        return entry === undefined ? [] : [[caseId, entry] as const];
      }),
    );
  }

  private closed(importId: string, line: number, said: object): Buffer {
    return this.cipher.encrypt(JSON.stringify(said), `${importId}/${line}`);
  }

  private opened(importId: string, line: number, said: Buffer): object {
    return JSON.parse(this.cipher.decrypt(said, `${importId}/${line}`)) as object;
  }
}
