/** Holds kept files against their hashes: what is shown must be what was kept. */
import type { CaseFault } from './check-case.js';
import type { Connection } from '../cases/case.store.js';

/** Attachments whose bytes no longer give their hash, or have another length; the server hashes them, nothing travels. */
export async function evidenceFaults(on: Connection): Promise<CaseFault[]> {
  const { rows } = await on.query<{ number: string; id: string }>(
    `WITH odd AS (SELECT b.sha256, octet_length(b.bytes) AS length, sha256(b.bytes) <> b.sha256 AS is_other FROM attachment_blob b)
     SELECT c.number, a.id FROM attachment a JOIN odd ON odd.sha256 = a.sha256 JOIN rectification_case c ON c.id = a.case_id
     WHERE odd.is_other OR odd.length <> a.size ORDER BY 1, 2`,
  );
  return rows.map(({ number, id }) => ({
    number,
    fault: 'evidenceDiffers',
    message: `The file of attachment ${id} is not the one that was kept`,
    messageZh: `附件 ${id} 的内容与入库时不一致`,
  }));
}
