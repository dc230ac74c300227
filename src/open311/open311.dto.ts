/** The answers of Open311 GeoReport v2, with every field its document lists; what the house does not have, or does not tell, is null. */
import { ApiProperty } from '@nestjs/swagger';
import { GEO_REPORT } from '../http/geo-report-error.js';

const NUMBER = 'ZG-2026-000123';
const text = { type: String, nullable: true };
const never = { type: String, nullable: true, example: null, description: 'Always null: not told to everybody' };

export class Open311Endpoint {
  @ApiProperty({ example: 'http://wiki.open311.org/GeoReport_v2' }) specification: string;
  @ApiProperty({ example: `https://zhenggai.example.gov.cn${GEO_REPORT}` }) url: string;
  @ApiProperty({ example: '2026-11-30T00:00:00+08:00' }) changeset: string;
  @ApiProperty({ enum: ['production'] }) type: 'production';
  @ApiProperty({ type: [String], example: ['application/json', 'text/xml'] }) formats: string[];
}

export class Open311Discovery {
  @ApiProperty({ example: '2026-11-30T00:00:00+08:00' }) changeset: string;
  @ApiProperty({ description: 'The body that answers', example: '某某公安局' }) contact: string;
  @ApiProperty({ description: 'How an app comes by its key' }) key_service: string;
  @ApiProperty({ type: [Open311Endpoint] }) endpoints: Open311Endpoint[];
}

export class Open311ServiceShown {
  @ApiProperty({ example: 'publicOrder' }) service_code: string;
  @ApiProperty({ example: '治安秩序' }) service_name: string;
  @ApiProperty({ example: '治安秩序' }) description: string;
  @ApiProperty({ description: 'No service asks for more than the fields of a request', example: false })
  metadata: boolean;
  @ApiProperty({ enum: ['realtime'], description: 'The number of a request is told at once' }) type: 'realtime';
  @ApiProperty({ description: 'Separated by commas; the names in both languages' }) keywords: string;
  @ApiProperty({ description: 'The category above; empty where there is none' }) group: string;
}

export class Open311Definition {
  @ApiProperty({ example: 'publicOrder' }) service_code: string;
  @ApiProperty({ type: [String], description: 'Always empty', example: [] }) attributes: string[];
}

export class Open311Filed {
  @ApiProperty({ example: NUMBER }) service_request_id: string;
  @ApiProperty({
    description: 'For whoever raised it and nobody else: the address of their page',
    example: '办理进度 https://zhenggai.example.gov.cn/r/… / Follow it at https://zhenggai.example.gov.cn/r/…',
  })
  service_notice: string;
  @ApiProperty({ ...never, description: 'Always null: no accounts are kept' }) account_id: string | null;
}

export class Open311Token {
  @ApiProperty({ example: NUMBER }) service_request_id: string;
  @ApiProperty({ example: NUMBER }) token: string;
}

export class Open311Request {
  @ApiProperty({ example: NUMBER }) service_request_id: string;
  @ApiProperty({ enum: ['open', 'closed'] }) status: 'open' | 'closed';
  @ApiProperty({ ...text, description: 'Once closed, what was released for the public notice' })
  status_notes: string | null;
  @ApiProperty({ ...text, example: '治安秩序' }) service_name: string | null;
  @ApiProperty({ ...text, example: 'publicOrder' }) service_code: string | null;
  @ApiProperty(never) description: string | null;
  @ApiProperty({ ...text, description: 'The unit that works on it', example: '城东派出所' })
  agency_responsible: string | null;
  @ApiProperty(never) service_notice: string | null;
  @ApiProperty({ format: 'date-time' }) requested_datetime: string;
  @ApiProperty({ format: 'date-time' }) updated_datetime: string;
  @ApiProperty({ ...text, format: 'date-time', description: 'End of the due day, while open' })
  expected_datetime: string | null;
  @ApiProperty(never) address: string | null;
  @ApiProperty(never) address_id: string | null;
  @ApiProperty(never) zipcode: string | null;
  @ApiProperty(never) lat: string | null;
  @ApiProperty(never) long: string | null;
  @ApiProperty(never) media_url: string | null;
}

/** What is posted, as a form or as multipart without files. */
export class Open311Submission {
  @ApiProperty({ required: false, description: 'Token of a clerk; or as bearer in the header Authorization' })
  api_key?: string;
  @ApiProperty({ example: 'publicOrder' }) service_code: string;
  @ApiProperty({ maxLength: 4000 }) description: string;
  @ApiProperty({ required: false }) address_string?: string;
  @ApiProperty({ required: false, description: 'Of an address register; the office sees it' }) address_id?: string;
  @ApiProperty({ required: false, example: '31.2304' }) lat?: string;
  @ApiProperty({ required: false, example: '121.4737' }) long?: string;
  @ApiProperty({ required: false, description: 'Encrypted, as are all below it' }) first_name?: string;
  @ApiProperty({ required: false }) last_name?: string;
  @ApiProperty({ required: false }) email?: string;
  @ApiProperty({ required: false }) phone?: string;
  @ApiProperty({ required: false, description: 'Kept as text, never fetched' }) media_url?: string;
}
