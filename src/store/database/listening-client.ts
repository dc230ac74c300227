/** The client behind every connection of the service: somebody listens before the server can speak. */
import pg from 'pg';

/** How long anything that is asked once, by hand or at the start, waits for a server to let it in, milliseconds. */
export const TO_BE_LET_IN_MS = 10_000;

/**
 * A `pg.Client` whose `error` event is always heard. A server that ends a session in the packet in which it begins it (ReadyForQuery and
 * FATAL together) makes `pg` tell of it before `connect()` has come back to whoever asked; unheard, that event ends the process. The
 * fault is not lost: the client can be asked nothing from then on, and says so to the next who asks.
 */
export class ListeningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
