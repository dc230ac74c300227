/** Answers in the format that the address ends with. */
import type { PipeTransform } from '@nestjs/common';
import type { Response } from 'express';
import { Refused } from '../domain/errors.js';
import { XML_TYPE } from '../http/geo-report-error.js';
import { xmlDocument, XmlList, type XmlValue } from '../http/xml.js';

type Field = string | boolean | null | readonly string[] | readonly object[];

/** How an answer is named in XML: the root, the element of each of a list, and the elements of lists within. */
export interface Named {
  root: string;
  each?: string;
  lists?: Readonly<Record<string, string>>;
}

export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

/** How the address ends; 404 for another ending, before anything is done. */
export const formatPipe: PipeTransform<string, Format> = {
  transform(ending) {
    const format = FORMATS.find((one) => one === ending);
    if (format !== undefined) return format;
    throw new Refused(404, 'route.notFound', '地址应以 .json 或 .xml 结尾', 'The address must end with .json or .xml');
  },
};

/** Sends the answer in that format. */
export function reply(response: Response, format: Format, named: Named, answer: object | readonly object[]): void {
  response.setHeader('Cache-Control', 'no-store');
  if (format === 'json') response.json(answer);
  else response.type(XML_TYPE).send(asXml(named, answer));
}

function asXml({ root, each, lists = {} }: Named, answer: object | readonly object[]): string {
  const value = (field: Field, name: string): XmlValue => {
    if (typeof field !== 'object' || field === null) return field;
    return new XmlList(
      lists[name] ?? name,
      field.map((one: string | object) => (typeof one === 'string' ? one : fields(one))),
    );
  };
  const fields = (of: object): XmlValue =>
    Object.fromEntries(Object.entries(of as Record<string, Field>).map(([name, field]) => [name, value(field, name)]));
  return xmlDocument(
    root,
    Array.isArray(answer) ? new XmlList(each ?? root, (answer as readonly object[]).map(fields)) : fields(answer),
  );
}
