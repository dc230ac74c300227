/** Stops the run's PostgreSQL; the watchdog removes the folder once jest is gone. */
import type { EmbeddedDatabase } from '../../src/store/database/embedded/launcher.js';

/** On the global object: between setup and teardown the modules of test may have been loaded anew. */
const holder = globalThis as { xiaohaoTestCluster?: EmbeddedDatabase };

/** Hands the cluster from globalSetup over. */
export function keepForTeardown(embedded: EmbeddedDatabase): void {
  holder.xiaohaoTestCluster = embedded;
}

export default async function globalTeardown(): Promise<void> {
  await holder.xiaohaoTestCluster?.stop();
}
