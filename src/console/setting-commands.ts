/** Commands that change on purpose what a start is held against: the encryption key and the time zone. */
import { rename, writeFile } from 'node:fs/promises';
import { SystemClock } from '../clock.js';
import { isZone } from '../config.js';
import { bringTables } from '../store/database/bring-tables.js';
import { serviceName } from '../store/database/service-name.js';
import { changeKey, changeZone } from '../store/encrypted/change-key.js';
import { keyFileIn, readKey } from '../store/encrypted/encryption-key.js';
import { openCipher } from '../store/encrypted/held-settings.js';
import type { CommandLine } from './command-line.js';
import { withDatabase } from './with-database.js';

export const CHANGE_KEY: CommandLine = {
  words: ['key'],
  args: 'FILE',
  says: '更换密钥：用 FILE 中的新密钥（openssl rand -base64 32）重新加密全部内容，须先停止全部服务 / changes the encryption key to the one in FILE; stop every server first',
  run: ([file], print) =>
    withDatabase(
      async ({ database, config }) => {
        if (file === undefined) throw new Error('新密钥在哪个文件？ / which file holds the new key?');
        const key = await readKey(file);
        if (key === null) throw new Error(`没有这个文件 / no such file: ${file}`);
        const now = new SystemClock(config.clockStart).now();
        await bringTables(database, config);
        const cipher = await openCipher(database.pool, config, now);
        const own = config.encryptionKey === null ? keyFileIn(config.dataDir) : undefined;
        // Beside the old one before anything is changed: a crash in between loses neither.
        if (own !== undefined)
          await writeFile(`${own}.next`, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
        const changed = await changeKey(database.pool, serviceName(config.schema), cipher, key, now);
        print(`${changed} 项已用新密钥加密 / values encrypted with the new key`);
        if (own === undefined)
          print('请在每台服务器上设置新的 SEAL_KEY 再启动 / set the new SEAL_KEY on every server, then start');
        else {
          await rename(own, `${own}.before`);
          await rename(`${own}.next`, own);
          print(`新密钥在 / the new key is in ${own}；旧密钥在 / the old one in ${own}.before`);
        }
        print('以前的备份仍须旧密钥才能打开 / backups from before open only with the old key');
        return 0;
      },
      { tables: 'any' },
    ),
};

export const CHANGE_ZONE: CommandLine = {
  words: ['zone'],
  args: 'ZONE',
  says: '更换时区（OFFICE_TZ），须先停止全部服务；已算出的日期不变 / changes the time zone; stop every server first. Days computed before stay as they are',
  run: ([zone], print) =>
    withDatabase(
      async ({ database, config }) => {
        if (zone === undefined || !isZone(zone))
          throw new Error('时区应如 Asia/Shanghai / a zone looks like Asia/Shanghai');
        const now = new SystemClock(config.clockStart).now();
        await bringTables(database, config);
        const before = await changeZone(database.pool, serviceName(config.schema), zone, now);
        print(
          before === undefined
            ? '这个数据库还没有启动过：直接设置 OFFICE_TZ 即可 / never started: set OFFICE_TZ, nothing is held yet'
            : `时区由 ${before} 改为 ${zone}：请设置 OFFICE_TZ=${zone} 再启动 / set OFFICE_TZ=${zone}, then start`,
        );
        return 0;
      },
      { tables: 'any', zone: 'any' },
    ),
};
