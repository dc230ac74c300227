/** A step that is offered to a person, with the form of its payload. */
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Uuid } from '../http/fields.js';
import { LabelsShown } from './labels-shown.js';

const KINDS = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;

/** The answer to another field that makes a form ask for this one. */
export class FieldWhenShown {
  @ApiProperty() field: string;
  @ApiProperty() is: string;
}

/** One field of a form: JSON Schema, with what to print (`x-labels`) and which control fits (`x-kind`). */
export class FieldShown {
  @ApiProperty({ required: false, enum: KINDS }) type?: (typeof KINDS)[number];
  @ApiProperty({ required: false, type: [String] }) enum?: string[];
  @ApiProperty({ required: false }) format?: string;
  @ApiProperty({ required: false }) pattern?: string;
  @ApiProperty({ required: false, type: 'integer' }) minLength?: number;
  @ApiProperty({ required: false, type: 'integer' }) maxLength?: number;
  @ApiProperty({ required: false }) minimum?: number;
  @ApiProperty({ required: false }) maximum?: number;
  @ApiProperty({ required: false, type: 'integer' }) minItems?: number;
  @ApiProperty({ required: false, type: 'integer' }) maxItems?: number;
  @ApiProperty({ required: false }) uniqueItems?: boolean;
  @ApiProperty({ required: false, type: () => FieldShown }) items?: FieldShown;
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: { $ref: getSchemaPath('FieldShown') },
  })
  properties?: Record<string, FieldShown>;
  @ApiProperty({ required: false, type: [String] }) required?: string[];
  @ApiProperty({ required: false }) additionalProperties?: boolean;
  @ApiProperty({ required: false }) 'x-labels'?: LabelsShown;
  @ApiProperty({ required: false }) 'x-kind'?: string;
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(LabelsShown) },
    description: 'What to print for each value of `enum`, where it is an id',
  })
  'x-words'?: Record<string, LabelsShown>;
  @ApiProperty({ required: false, description: 'What is said beside it: its bounds, for this case and today' })
  'x-hint'?: LabelsShown;
  @ApiProperty({ required: false, format: 'date', description: 'The first day that will be taken' }) 'x-first'?: string;
  @ApiProperty({ required: false, format: 'date', description: 'The last day that will be taken' }) 'x-last'?: string;
  @ApiProperty({ required: false, description: 'Of a question: what yes is called' }) 'x-yes'?: LabelsShown;
  @ApiProperty({ required: false, description: 'Of a question: what no is called' }) 'x-no'?: LabelsShown;
  @ApiProperty({ required: false, description: 'Asked, and needed, only after this answer' })
  'x-when'?: FieldWhenShown;
}

/** Fields of which one group is enough. */
export class FieldChoiceShown {
  @ApiProperty({ type: [String] }) required: string[];
}

/** JSON Schema of a payload. */
@ApiExtraModels(FieldShown)
export class FormShown {
  @ApiProperty({ enum: ['object'] }) type: 'object';
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(FieldShown) } })
  properties: Record<string, FieldShown>;
  @ApiProperty({ type: [String] }) required: string[];
  @ApiProperty() additionalProperties: boolean;
  @ApiProperty({ required: false, type: () => [FieldChoiceShown] }) anyOf?: FieldChoiceShown[];
}

/** The form of ACCEPT. */
const FORM = {
  type: 'object',
  properties: {
    note: {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      'x-kind': 'prose',
      'x-labels': { 'zh-CN': '说明', en: 'Note' },
    },
  },
  required: [],
  additionalProperties: false,
};

export class AllowedShown {
  @ApiProperty({ example: 'ACCEPT' }) type: string;
  @ApiProperty({ description: 'In the language of the request' }) label: string;
  @ApiProperty() labels: LabelsShown;
  @ApiProperty({ description: 'JSON Schema of the payload', example: FORM }) schema: FormShown;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The name of somebody absent, where it is only in their name that the reader may do it',
  })
  inNameOf: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The instant until which it is open; null where no clock ends it',
  })
  until: string | null;
  @Uuid({ nullable: true, description: 'Who that is: sent along, it is done in their name or not at all' })
  absentId: string | null;
}
