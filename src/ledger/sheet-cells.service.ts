/** Any small sheet as texts: what a workbook or a CSV holds, before anything is understood. */
import { Injectable } from '@nestjs/common';
import { Refused } from '../domain/errors.js';
import { cellText } from './reading/cell.js';
import { rawSheets } from './reading/raw-sheets.js';

const MOST_COLUMNS = 30;
const LONGEST_CELL = 500;

@Injectable()
export class SheetCellsService {
  /** The rows of the first sheet that holds something, each as texts, empty ones left out. 422 for more than `most` rows below a header, and
   *  for what is no workbook or CSV. */
  async cells(file: { name: string; bytes: Buffer }, most: number): Promise<string[][]> {
    const { rows } = await rawSheets(file, {});
    if (rows.length > most + 1) {
      throw new Refused(
        422,
        'setup.tooMany',
        `一次最多 ${most} 行，这张表有 ${rows.length} 行，请分几次录入`,
        `At most ${most} rows at once; the sheet has ${rows.length}: enter it in parts`,
      );
    }
    const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map(({ cells }) => cells.length)));
    return rows.map(({ cells }) =>
      Array.from({ length: width }, (_, at) => cellText(cells[at]).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CELL)),
    );
  }
}
