/** Rules about evidence 佐证材料: what state a kept file is in, and who may read what its sender called it. */
import type { Actor } from './command.js';
import { isApart, type CaseTies } from './separation.js';
import type { UnitTree } from './units.js';
import { holds, OVERSEEING } from './visibility.js';

/** `waiting`: kept before files were cleaned, not shown until it is. `clean`: drawn anew or blanked. `asIs`: a kind that is kept as it was
 *  handed in. `withheld`: could not be cleaned, and is shown to its sender and the office only. */
export const CLEANINGS = ['waiting', 'clean', 'asIs', 'withheld'] as const;
export type Cleaning = (typeof CLEANINGS)[number];

/** True for the sender, and for those who oversee the owning office and are tied to the case by nothing: a name such as 张三家门口.jpg says who
 *  complained. Everybody else reads a number (`plainName`). */
export function mayReadFileName(actor: Actor, senderId: string | null, of: CaseTies, units: UnitTree): boolean {
  if (actor.userId !== null && actor.userId === senderId) return true;
  return isApart(actor, of, units) && holds(actor, OVERSEEING, of.officeUnitId, units);
}

/** The name that says nothing: 照片 3.jpg, 录像 1.mp4, 文件 2.pdf. `nth` counts the files of that kind in the case, from 1. */
export function plainName(file: { name: string; mediaType: string; nth: number }): string {
  const kind = file.mediaType.startsWith('image/') ? '照片' : file.mediaType.startsWith('video/') ? '录像' : '文件';
  const extension = /\.([a-z0-9]{1,5})$/.exec(file.name)?.[1];
  return `${kind} ${file.nth}${extension === undefined ? '' : `.${extension}`}`;
}
