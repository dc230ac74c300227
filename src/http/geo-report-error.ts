/** How a refusal is said to programs that speak Open311 GeoReport v2: a list of code and description, as JSON or XML. */
import { ApiProperty } from '@nestjs/swagger';
import type { Refused } from '../domain/errors.js';
import { xmlDocument, XmlList } from './xml.js';

/** The part of the API whose answers follow that standard. */
export const GEO_REPORT = '/api/open311/v2';
/** As the standard names it, section “Format Support”. */
export const XML_TYPE = 'text/xml; charset=utf-8';

export class GeoReportError {
  @ApiProperty({ type: 'integer', description: 'The status of the answer', example: 404 }) code: number;
  @ApiProperty({ description: '中文 / English', example: '找不到服务 / No such service' }) description: string;
}

/** True for addresses under which everything, refusals too, is answered as that standard has it. */
export const speaksGeoReport = (path: string): boolean => path.startsWith(`${GEO_REPORT}/`);

/** The refusal in both languages. */
export const geoReportErrors = ({
  status,
  messageZh,
  message,
}: Pick<Refused, 'status' | 'messageZh' | 'message'>): GeoReportError[] => [
  { code: status, description: `${messageZh} / ${message}` },
];

/** The body of a refusal in the format that the address ends with; JSON where it ends with neither. */
export function geoReportRefusal(path: string, refused: Refused): { type: string; body: string } {
  const errors = geoReportErrors(refused);
  return path.endsWith('.xml')
    ? {
        type: XML_TYPE,
        body: xmlDocument(
          'errors',
          new XmlList(
            'error',
            errors.map((one) => ({ ...one })),
          ),
        ),
      }
    : { type: 'application/json; charset=utf-8', body: JSON.stringify(errors) };
}
