/** What a caller says of its trace: the header `traceparent`, https://www.w3.org/TR/trace-context/. */
import type { IncomingHttpHeaders } from 'node:http';

export interface TraceParent {
  traceId: string;
  /** The caller's span. */
  spanId: string;
  /** Whether the caller records the trace. */
  isRecorded: boolean;
}

const TRACE_PARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

/** Null where the caller sent none, or one that is malformed. */
export function traceParentOf(headers: IncomingHttpHeaders): TraceParent | null {
  const found = TRACE_PARENT.exec(String(headers['traceparent'] ?? ''));
  if (found === null) return null;
  return { traceId: found[1]!, spanId: found[2]!, isRecorded: (parseInt(found[3]!, 16) & 1) === 1 };
}
