/** The table of who is told what, for the page that prints it and for whoever chooses channels by topic. */
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { printedTable } from '../notify/printed-table.js';
import { MessagesTable } from './table.dto.js';

@ApiTags('inbox')
@Controller('api/messages')
export class MessagesTableController {
  @Get('table')
  @ApiOperation({ summary: 'Says who is told what: every topic with its roles, its sentence and its next step' })
  @Allow('signedIn')
  @ApiOkResponse({ type: MessagesTable })
  table(): MessagesTable {
    return printedTable() as MessagesTable;
  }
}
