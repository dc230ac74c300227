/** Stops the run's PostgreSQL; the watchdog removes the folder once jest is gone. */
import type { EmbeddedDatabase } from '../../src/store/database/embedded/launcher.js';

/** globalSetup and globalTeardown run in one process but in separate module registries, so they meet on the global object. */
const holder = globalThis as { xiaohaoTestCluster?: EmbeddedDatabase };

/** Hands the cluster from globalSetup over. */
export function keepForTeardown(embedded: EmbeddedDatabase): void {
  holder.xiaohaoTestCluster = embedded;
}

export default async function globalTeardown(): Promise<void> {
  await holder.xiaohaoTestCluster?.stop();
}
