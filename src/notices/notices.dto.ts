/** What the public notice shows. */
import { ApiProperty } from '@nestjs/swagger';
import { DayField, ListOf, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

export class NoticeShown {
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
  @ApiProperty({ type: () => LabelsShown, nullable: true }) category: LabelsShown | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the unit that led it' }) unit: string | null;
  @DayField() raisedOn: string;
  @DayField({ nullable: true, description: 'When the fix passed its check' }) checkedOn: string | null;
  @DayField({ description: 'Last day on which somebody may object' }) until: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What became of it, as whoever checked the fix released it without names; null where nothing was',
  })
  text: string | null;
}

export class NoticesShown {
  @ApiProperty({ description: 'The body whose notice it is' }) office: string;
  @ListOf(() => NoticeShown, { max: 500 }) items: NoticeShown[];
  @Whole({ min: 0, max: 1_000_000_000, description: 'Cases in their notice; the first 500 are answered' })
  total: number;
}
