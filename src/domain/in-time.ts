/** Waits for an answer, and no longer than somebody may be kept waiting. */

/** What `answer` brings within `ms`, else `otherwise`; a fault that comes later is nobody's any more. */
export async function inTime<T, U>(answer: Promise<T>, ms: number, otherwise: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<U>((settle) => (timer = setTimeout(() => settle(otherwise), ms)));
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
