/** How long a test takes its time: a sample in the ordinary suite, everything in `npm run test:long`. */

/** Whether this is `npm run test:long`. */
export const isLong = process.env['XIAOHAO_LONG'] === '1';

/** `all` in `npm run test:long`, else `sample`. */
export const atLength = <T>(all: T, sample: T): T => (isLong ? all : sample);
