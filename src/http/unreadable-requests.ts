/** Answers, in the words of every other refusal, what is so broken or so long that no request could be made of it. */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { malformed, Refused } from '../domain/errors.js';

/** Takes the place of Node's bare answers: 431 for an address or headers beyond its 16 kB, 408 for those that do not arrive, 400 otherwise. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const refused = refusalOf(error.code);
    const body = JSON.stringify(refused);
    socket.end(
      `HTTP/1.1 ${refused.status} ${REASONS[refused.status] ?? 'Bad Request'}\r\nConnection: close\r\n` +
        `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

const REASONS: Partial<Record<number, string>> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

function refusalOf(code: string | undefined): Refused {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Refused(431, 'request.addressTooLong', '地址或请求头过长', 'The address or the headers are too long');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refused(408, 'request.tooSlow', '请求发送过慢', 'The request took too long to arrive');
  return malformed('请求格式有误', 'The request is malformed');
}
