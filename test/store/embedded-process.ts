/** Run as a process of its own by embedded.spec.ts: starts the database, says where, and stops it when told "stop". */
import { startEmbedded } from '../../src/store/database/embedded/launcher.js';

async function main(): Promise<void> {
  const dataDir = process.argv[2];
  if (dataDir === undefined) throw new Error('usage: embedded-process.ts <data folder>');
  const embedded = await startEmbedded({ dataDir });
  process.stdout.write(`${JSON.stringify({ ...embedded, pid: process.pid })}\n`);
  const abandoned = () => process.exit(1); // the test run was killed; its watchdog stops the server
  process.stdin.once('end', abandoned);
  process.stdin.once('data', () => {
    process.stdin.off('end', abandoned).destroy();
    void embedded.stop();
  });
}

main().catch((error: { code?: string; message: string; messageZh?: string }) => {
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message, messageZh: error.messageZh })}\n`);
  process.exitCode = 1;
});
