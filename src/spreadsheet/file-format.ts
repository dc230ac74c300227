/** The kinds of file in which a table leaves the house, and how they are announced to a browser. */

export const FILE_FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const MEDIA_TYPE: Record<FileFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** What a CSV begins with, so that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Headers of an answer that is saved as `name`, which may be Chinese; `plain` is the name for programs that know only ASCII. */
export const savedAs = (format: FileFormat, name: string, plain: string): Record<string, string> => ({
  'Content-Type': MEDIA_TYPE[format],
  'Content-Disposition': `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
});
