/** A text in both languages of the interface. */
import { ApiProperty } from '@nestjs/swagger';

export class LabelsShown {
  @ApiProperty() 'zh-CN': string;
  @ApiProperty() en: string;
}
