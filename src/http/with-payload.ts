/** Bodies that are a class and, beside its fields, a payload whose shape is told elsewhere. */
import type { Type } from '@nestjs/common';
import { getSchemaPath } from '@nestjs/swagger';

/** For `@ApiBody`: the fields of `input`, and any others; the controller names the class in `@ApiExtraModels`. */
export const withPayload = (input: Type): { allOf: object[] } => ({
  allOf: [{ $ref: getSchemaPath(input) }, { type: 'object', additionalProperties: true }],
});
