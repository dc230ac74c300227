/** What is known of the public ledgers of ../shared/data, in the same terms as of the invented ones. */
import { readFileSync } from 'node:fs';
import type { LetterFile } from './invented-letters.js';
import type { RequestFile } from './invented-requests.js';

/** The mailbox of a city, 2012 to 2022. */
export const publicLetters = (path: string): LetterFile => ({
  bytes: readFileSync(path),
  rows: 1179,
  imported: 1158,
  merged: 8,
  undated: 9,
  closedBeforeRaised: 4,
  agencies: 194,
  answers: { 'unit:彭珊': 'make', 'unit:宋涛': 'make', 'unit:商州区人民政府办公室心': 'make' },
  open: '20120416001',
  first: '2012-02-06',
  last: '2022-05-12',
  quoting: ['20211029002', '<陕西省住宅专项维修资金管理办法>'],
});

/** A hundred service requests of Boston, judged at noon there on 2022-07-01, after the last target day of the file (2022-05-20). */
export const publicRequests = (path: string): RequestFile => ({
  bytes: readFileSync(path),
  rows: 100,
  closed: 85,
  open: 15,
  judgedAt: Date.parse('2022-07-01T12:00:00-04:00'),
  verdicts: { 'closed ONTIME': 80, 'closed OVERDUE': 5, 'open OVERDUE': 12, 'open ONTIME': 3 },
  lateByTheHour: ['2022-01-04T13:30:00Z', '2022-01-04T14:30:03Z'],
  second: {
    line: 2,
    identity: 'id:101004143000',
    entry: {
      title: 'BTDT: Complaint',
      raisedOn: '2022-01-21',
      raisedAt: '2022-01-21T18:47:00Z',
      dueAt: '2022-02-04T18:47:30Z',
      isClosed: false,
      sourceText: 'Constituent Call',
    },
  },
});
