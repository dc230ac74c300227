/** A step that is offered to a person, with the form of its payload. */
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { LabelsShown } from './labels-shown.js';

const KINDS = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;

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
}
