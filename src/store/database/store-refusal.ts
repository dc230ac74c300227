/** Says why the database cannot be used as asked, so that the person at the console knows what to do next. */
import type { Said } from '../../domain/errors.js';

/** A fault of the surroundings (folder, server, version, backup file), never of a request: it ends a start or a console command. */
export class StoreRefusal extends Error implements Said {
  constructor(
    readonly code: string,
    readonly messageZh: string,
    message: string,
    readonly details?: Record<string, unknown>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreRefusal';
  }
}

/** The `code` of a Node or PostgreSQL error (`ENOENT`, `57P03`), or undefined when it has none. */
export function faultCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** No room where `folder` lies: told by the system, or by PostgreSQL in its own words. */
export function diskFull(folder: string, cause: unknown): StoreRefusal {
  return new StoreRefusal(
    'database.diskFull',
    `磁盘已满：${folder} 所在的磁盘没有空间。请腾出空间后重新启动，或用 DATA_DIR 换一个目录。`,
    `The disk is full: there is no room where ${folder} lies. Free some and start again, or set DATA_DIR to another folder.`,
    { folder },
    { cause },
  );
}
