/** What ends a start said as a sentence, also where the system or the database spoke first. */
import { tmpdir } from 'node:os';
import type { Said } from './domain/errors.js';

/** In both languages; undefined for what is a fault of ours and needs its stack. */
export function startRefusal(error: unknown): Pick<Said, 'messageZh' | 'message'> | undefined {
  const { code, path, message, messageZh } = error as NodeJS.ErrnoException & Partial<Said>;
  if (messageZh !== undefined) return { messageZh, message };
  if (code === 'EADDRINUSE' || (code === 'EACCES' && path === undefined))
    return {
      messageZh: 'PORT：端口已被占用或无权使用，请换一个',
      message: 'PORT: the port is taken or not allowed; choose another',
    };
  if (code === 'ENOSPC' || code === '53100')
    return {
      messageZh: `磁盘已满，无法启动：${path ?? message}。请腾出空间后重新启动`,
      message: `The disk is full: ${path ?? message}. Free some space and start again`,
    };
  if (code === 'ENOENT' && path?.startsWith(tmpdir()) === true)
    return {
      messageZh: `临时目录 ${tmpdir()} 不存在，请创建该目录，或改正环境变量 TMPDIR`,
      message: `The folder for temporary files ${tmpdir()} does not exist: make it, or set TMPDIR right`,
    };
  return undefined;
}
