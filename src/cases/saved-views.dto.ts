/** Views of the list of cases as they are kept and shown. */
import { OmitType } from '@nestjs/swagger';
import { Flag, ObjectOf, Text, Uuid } from '../http/fields.js';
import { CaseListQuery } from './case-list.dto.js';

/** What the list is asked for, without words that were searched for: they may be somebody's name. */
export class ViewAsked extends OmitType(CaseListQuery, ['q', 'limit', 'cursor'] as const) {}

export class SavedViewInput {
  @Text({ max: 60 }) name: string;
  @ObjectOf(() => ViewAsked) asked: ViewAsked;
  @Uuid({ nullable: true, description: 'Shared with this unit and all below it; null: one’s own' })
  unitId: string | null;
}

export class SavedViewShown extends SavedViewInput {
  @Uuid() id: string;
  @Flag({ description: 'Theirs who ask; only the owner changes a view' }) isOwn: boolean;
  @Flag({ description: 'They may take it away' }) mayRemove: boolean;
}
