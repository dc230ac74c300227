/** The refusals of a whole file: what it is instead of a ledger, and what to do about it. */
import { Refused } from '../../domain/errors.js';

/** 413: the file or what it unpacks to is larger than a ledger may be. `what` names the limit in both languages. */
export function fileTooLarge(message: string, messageZh: string): Refused {
  return new Refused(413, 'ledger.file.tooLarge', messageZh, message);
}

/** 422: the archive unpacks to far more than its size allows for, so it is not unpacked. */
export function zipBomb(detail: string): Refused {
  return new Refused(
    422,
    'ledger.file.zipBomb',
    '该文件解压后异常庞大，已拒绝打开。请用 Excel 或 WPS 另存为新的 xlsx 后重试。',
    `The workbook unpacks to far more than it should (${detail}), so it was not opened. Save it anew as xlsx and try again.`,
  );
}

/** 422: password-protected workbook. */
export function fileEncrypted(): Refused {
  return new Refused(
    422,
    'ledger.file.encrypted',
    '该工作簿设有打开密码。请去掉密码，另存为 xlsx 后重试。',
    'The workbook is protected by a password. Remove the password, save it as xlsx and try again.',
  );
}

/** 422: xls, xlsb, ods, an HTML page that calls itself xls: a ledger perhaps, but in a format that is not read. */
export function oldFormat(format: string): Refused {
  return new Refused(
    422,
    'ledger.file.oldFormat',
    `文件是 ${format} 格式，暂不支持。请用 Excel 或 WPS 打开，另存为 xlsx（或 CSV）后重试。`,
    `The file is in ${format} format, which is not read. Open it in Excel or WPS, save it as xlsx (or CSV) and try again.`,
  );
}

/** 422: a picture, a document, random bytes. */
export function notALedger(found: string, foundZh: string): Refused {
  return new Refused(
    422,
    'ledger.file.notASpreadsheet',
    `这不是表格文件（看起来是${foundZh}）。请上传 xlsx 或 CSV 台账。`,
    `This is not a spreadsheet (it looks like ${found}). Send the ledger as xlsx or CSV.`,
  );
}

/** 422: an archive or sheet that breaks off or contradicts itself. */
export function fileDamaged(detail: string): Refused {
  return new Refused(
    422,
    'ledger.file.damaged',
    '文件已损坏，无法读取。请用 Excel 或 WPS 打开后另存为 xlsx 再试。',
    `The file is damaged (${detail}). Open it in Excel or WPS, save it as xlsx and try again.`,
  );
}

/** 422: no byte at all, or nothing but blanks. */
export function fileEmpty(): Refused {
  return new Refused(422, 'ledger.file.empty', '文件是空的，没有任何内容。', 'The file is empty.');
}

/** 422: a header and not one row below it. */
export function noRows(headerLine: number): Refused {
  return new Refused(
    422,
    'ledger.file.noRows',
    `文件只有表头（第 ${headerLine} 行），没有数据行。`,
    `The file holds only a header (line ${headerLine}) and no rows.`,
    { headerLine },
  );
}

/** 422: bytes that are no text in any encoding that is read. */
export function undecodable(detail: string, detailZh: string): Refused {
  return new Refused(
    422,
    'ledger.file.undecodable',
    `无法识别文件编码：${detailZh}。请另存为 UTF-8 或 GB18030 编码的 CSV，或 xlsx。`,
    `The text encoding cannot be recognised: ${detail}. Save it as CSV in UTF-8 or GB18030, or as xlsx.`,
  );
}
