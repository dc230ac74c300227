/** Answers of the calls on one's calendar. */
import { ApiProperty } from '@nestjs/swagger';
import { InstantField } from '../http/fields.js';

export class FeedShown {
  @InstantField({ nullable: true, description: 'When one’s address was made; null where there is none' })
  madeAt: string | null;
}

export class FeedMade {
  @ApiProperty({
    description: 'Path of the private address, told this once; whoever has it reads one’s deadlines',
    example: '/api/feeds/3q2-7wAAAA…/deadlines.ics',
  })
  path: string;
}
