/** What a file is, judged by its first bytes and never by its name. */
import { fileEmpty, notALedger, oldFormat } from './file-refusals.js';

const MAGIC: [bytes: string, found: string, foundZh: string][] = [
  ['25504446', 'a PDF document', 'PDF 文档'],
  ['89504e47', 'a PNG picture', 'PNG 图片'],
  ['ffd8ff', 'a JPEG picture', 'JPEG 图片'],
  ['47494638', 'a GIF picture', 'GIF 图片'],
  ['52617221', 'a RAR archive', 'RAR 压缩包'],
  ['377abcaf', 'a 7z archive', '7z 压缩包'],
  ['1f8b', 'a gzip archive', 'gzip 压缩包'],
  ['7b5c727466', 'an RTF document', 'RTF 文档'],
];

/** 'zip' (a workbook, perhaps), 'compound' (xls or an encrypted workbook) or 'text'. Refuses what is known to be something else. */
export function fileKind(bytes: Buffer): 'zip' | 'compound' | 'text' {
  if (bytes.length === 0) throw fileEmpty();
  const head = bytes.subarray(0, 8).toString('hex');
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return 'zip';
  if (head === 'd0cf11e0a1b11ae1') return 'compound';
  for (const [magic, found, foundZh] of MAGIC) if (head.startsWith(magic)) throw notALedger(found, foundZh);
  return 'text';
}

/** Refuses a text that is a web page, JSON or XML; many systems export such a page under the name of xls. */
export function refuseMarkup(text: string): void {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?<workbook/.test(start)) throw oldFormat('Excel 2003 XML');
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/.test(start)) throw oldFormat('HTML');
  if (start.startsWith('<?xml') || start.startsWith('<svg')) throw notALedger('XML', ' XML 文件');
  if (/^[{[]\s*["{[]/.test(start)) throw notALedger('JSON', ' JSON 文件');
}
