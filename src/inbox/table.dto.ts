/** Who is told what, as a page prints it. */
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../domain/words.js';
import { Flag, ListOf, ObjectOf, OneOf, Text } from '../http/fields.js';
import { TOPIC_GROUPS, type TopicGroup } from '../notify/topic.js';
import { LabelsShown } from '../shown/labels-shown.js';

const ApiRoles = (description: string): PropertyDecorator =>
  ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, description });

export class TopicGroupShown {
  @OneOf(TOPIC_GROUPS, { name: 'TopicGroup' }) key: TopicGroup;
  @ObjectOf(() => LabelsShown) name: LabelsShown;
}

export class TopicAfter {
  @Text({ max: 60, description: 'Type of the event', example: 'RETURN' }) event: string;
  @ObjectOf(() => LabelsShown) says: LabelsShown;
}

export class TopicShown {
  @Text({ max: 60, example: 'order.blue' }) key: string;
  @ObjectOf(() => LabelsShown, { description: 'What it is called where it is chosen' }) name: LabelsShown;
  @OneOf(TOPIC_GROUPS, { name: 'TopicGroup' }) group: TopicGroup;
  @ApiRoles('Roles it addresses; empty where it always names a person') who: Role[];
  @ObjectOf(() => LabelsShown, { description: 'Its sentence, with names of facts in brackets' }) says: LabelsShown;
  @ListOf(() => TopicAfter, { max: 50, description: 'What it says instead after these events' }) after: TopicAfter[];
  @ObjectOf(() => LabelsShown, { description: 'The next step' }) next: LabelsShown;
  @ObjectOf(() => LabelsShown, { description: 'It is dropped once this is no longer so' }) holds: LabelsShown;
  @Flag({ description: 'An order: it cannot be silenced' }) isOrder: boolean;
  @Flag({ description: 'Sent by a person: it may go out at night' }) byHand: boolean;
}

export class RecipientsShown {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @ObjectOf(() => LabelsShown) name: LabelsShown;
  @ObjectOf(() => LabelsShown, { description: 'Which persons' }) means: LabelsShown;
  @ApiRoles('To whom it goes where nobody holds it, in turn') instead: Role[];
}

export class MessagesTable {
  @ListOf(() => TopicGroupShown, { max: 20 }) groups: TopicGroupShown[];
  @ListOf(() => TopicShown, { max: 200 }) topics: TopicShown[];
  @ListOf(() => RecipientsShown, { max: 20 }) recipients: RecipientsShown[];
}
