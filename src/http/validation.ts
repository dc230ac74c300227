/** Checks bodies and queries against their classes and says which fields are wrong, in both languages. */
import { Injectable, type PipeTransform, type Type, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError, type ValidatorOptions } from 'class-validator';
import { malformed, notFound, type Refused } from '../domain/errors.js';
import { isUuid, textSent } from './fields.js';

export interface FieldFault {
  /** Where, such as `participants[2].name`. */
  field: string;
  message: string;
  messageZh: string;
}

const OPTIONS: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
};

/** Faults that an answer tells. */
const MOST_TOLD = 50;

/** The pipe of every route. Unknown fields are refused, not dropped. */
export const requestPipe = (): ValidationPipe =>
  new ValidationPipe({ ...OPTIONS, transform: true, exceptionFactory: (errors) => refusalOfFields(errors) });

/** The fields as an object of the class. Refuses (400) as the pipe of every route does, for a body that no pipe sees. */
export async function validated<T extends object>(type: Type<T>, fields: object): Promise<T> {
  const given = plainToInstance(type, fields);
  const errors = await validate(given, OPTIONS);
  if (errors.length > 0) throw refusalOfFields(errors);
  return given;
}

/** For a body that is a list: `@Body(new ListPipe(OpinionInput, { max: 200 }))`. Refuses what is no list, an empty one and too long ones. */
@Injectable()
export class ListPipe<T extends object> implements PipeTransform<unknown, Promise<T[]>> {
  constructor(
    private readonly type: Type<T>,
    private readonly limits: { max: number; min?: number },
  ) {}

  async transform(value: unknown): Promise<T[]> {
    const { max, min = 1 } = this.limits;
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      throw malformed(`请求应为 ${min} 到 ${max} 项的列表`, `The request must be a list of ${min} to ${max} elements`);
    }
    const faults: FieldFault[] = [];
    const items: T[] = [];
    for (const [i, plain] of value.entries()) {
      if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
        faults.push({ field: `[${i}]`, message: 'must be an object', messageZh: '应为对象' });
        continue;
      }
      const item = plainToInstance(this.type, plain);
      faults.push(...faultsOf(await validate(item, OPTIONS), `[${i}].`));
      items.push(item);
      // Nobody reads more of them, and a list of bad lines is the dearest to look through.
      if (faults.length >= MOST_TOLD) break;
    }
    if (faults.length > 0) throw refusalOfFaults(faults);
    return items;
  }
}

/** For an id in the address: `@Param('id', new IdPipe('case', '整改事项'))`. What is no UUID names nothing: 404. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  constructor(
    private readonly thing: string,
    private readonly thingZh: string,
  ) {}

  transform(value: string): string {
    if (!isUuid(value)) throw notFound(this.thing, this.thingZh, textSent(value));
    return value.toLowerCase();
  }
}

/** 400 `request.malformed`; `details.fields` lists each fault. */
export function refusalOfFields(errors: readonly ValidationError[]): Refused {
  return refusalOfFaults(faultsOf(errors, ''));
}

function refusalOfFaults(fields: FieldFault[]): Refused {
  // A list of thousands of bad rows need not come back whole.
  const shown = fields.slice(0, MOST_TOLD);
  return malformed(
    shown.map(({ field, messageZh }) => `${field} ${messageZh}`).join('；'),
    shown.map(({ field, message }) => `${field} ${message}`).join('; '),
    { fields: shown },
  );
}

function faultsOf(errors: readonly ValidationError[], prefix: string): FieldFault[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property ?? 'body'}`.replace(/\.(\d+)$/, '[$1]').replace(/\.(\d+)\./g, '[$1].');
    const own = Object.entries(error.constraints ?? {}).map(([key, message]) => faultOf(field, key, message, error));
    return [...own, ...faultsOf(error.children ?? [], `${field}.`)];
  });
}

function faultOf(field: string, key: string, message: string, error: ValidationError): FieldFault {
  const context = error.contexts?.[key] as { zh?: string } | undefined;
  if (context?.zh !== undefined) return { field, message, messageZh: context.zh };
  if (key === 'whitelistValidation')
    return { field, message: 'is not a field of this request', messageZh: '不是此请求的字段' };
  return { field, message: 'is not what is expected', messageZh: '格式不符' };
}
