/** What a ledger says that has no place of its own in a case: kept as data for the export, and told as text in its history for people. */
import type { LedgerNote } from '../store/cases/decision-rows.js';
import type { LedgerEntry } from './reading/entry.js';

/** Values of several lines go on behind an ideographic blank. */
const INDENT = '\u3000';

/** Fields of a note by name, in order. */
export type NoteFields = [name: string, value: string][];

/** What of an entry needs a note: `kept` adds what the caller could not place (a unit without a match, the measure of an open row). */
export function noteFields(entry: LedgerEntry, kept: NoteFields): NoteFields {
  const fields: NoteFields = [...kept];
  const say = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields.push([name, value]);
  };
  say('责任领导', entry.leaderName);
  say('责任人', entry.handlerName);
  say('交办时间', entry.assignedAt ?? entry.assignedOn);
  say('整改状态', entry.status);
  if (entry.source === undefined || entry.sourceText !== entry.source) say('问题来源', entry.sourceText);
  say('备注', entry.remark);
  for (const [header, value] of Object.entries(entry.extra))
    if (header !== OWN_NUMBER && header !== OWN_VERSION) say(header, value);
  return fields;
}

/** Header of our own number in an export; when it comes back it is no news. */
export const OWN_NUMBER = '系统编号';
/** Header of the version of the case that an export shows: tells what was edited from what has moved on here. */
export const OWN_VERSION = '系统版本';

/** The name of a field as the note and the remark of an export write it. */
export const inBrackets = (name: string): string => `【${name.replace(/[【】\n]/g, ' ')}】`;

/** The note as text, opened by the place the row came from. */
export function noteText({ fileName, line, fields }: LedgerNote): string {
  return [['台账导入', `${fileName} 第 ${line} 行`] as const, ...fields]
    .map(([name, value]) => `${inBrackets(name)}${value.replaceAll('\n', `\n${INDENT}`)}`)
    .join('\n');
}

/** Longest texts of the commands that carry them: COMMENT and ASSIGN.note, see engine/commands.ts. */
export const LONGEST_COMMENT = 4000;

/** A text in parts of at most `most` characters, whole characters only. */
export function inParts(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + most, text.length);
    // A character of two halves stays in one part.
    if (to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
