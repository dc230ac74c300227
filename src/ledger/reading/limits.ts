/** How much of an uploaded ledger is read before it is refused; every number guards memory or time against a hostile file. */

export interface LedgerLimits {
  /** Size of the file as sent, in bytes. */
  fileBytes: number;
  /** Sum of what a workbook's parts unpack to, in bytes, as declared and as counted while unpacking. */
  inflatedBytes: number;
  /** Unpacked size over packed size of one part, judged once it unpacks to more than 10 MiB. */
  ratio: number;
  /** Parts in a workbook's archive. */
  zipEntries: number;
  /** Rows that hold something, the header not counted. */
  rows: number;
  /** Number of the last column that holds something. */
  columns: number;
  /** Characters of one cell; 32,767 is Excel's own limit. */
  cellCharacters: number;
  /** Characters of all cells of a sheet together: one text that a file holds once may stand in every cell. */
  characters: number;
}

/** The limits in force unless a caller gives others. */
export const LEDGER_LIMITS: LedgerLimits = {
  fileBytes: 64 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  ratio: 200,
  zipEntries: 2_000,
  rows: 200_000,
  columns: 200,
  cellCharacters: 32_767,
  characters: 128 * 1024 * 1024,
};
