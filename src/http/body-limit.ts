/** Says, on a route, how large a JSON body may be; the limit stands before the first byte of it is read. */
import { SetMetadata } from '@nestjs/common';

/** Metadata key under which a handler or a controller carries its limit. */
export const BODY_LIMIT = 'xiaohao:body-limit';

/** Bytes that a form of a person in office holds: the longest text of ours, 20,000 characters, and what stands around it. */
export const FORM_BYTES = 256 * 1024;
/** Bytes for who has not signed in, where nothing else is said: name and password, a code, a rating. */
export const SIGNED_OUT_BYTES = 2 * 1024;
/** Bytes of an objection by somebody who has not signed in: a thousand characters, however they are written. */
export const OBJECTION_BYTES = 8 * 1024;
/** Bytes of the same as a plain form sends it, nine for a character of ours. */
export const PLAIN_FORM_BYTES = 16 * 1024;
/** Bytes of a list of up to 500 lines. */
export const LIST_BYTES = 1024 * 1024;
/** Bytes of one's name, password or token. */
export const ACCOUNT_BYTES = 2 * 1024;

/** Bytes of what another system sends of one case: 20,000 characters, and what it wraps them in. */
export const REPORT_BYTES = 128 * 1024;

/** Metadata key of routes that read their body themselves. */
export const RAW_BODY = 'xiaohao:raw-body';
/** The route reads its body itself, since something is to be checked over the very bytes before they are understood. */
export const RawBody = (): MethodDecorator => SetMetadata(RAW_BODY, true);

/** The route takes a JSON body of at most so many bytes; without it FORM_BYTES, and SIGNED_OUT_BYTES on public routes. */
export const BodyLimit = (bytes: number): MethodDecorator & ClassDecorator => SetMetadata(BODY_LIMIT, bytes);
