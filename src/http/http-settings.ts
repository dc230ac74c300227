/** What the HTTP layer must be told; app.module fills it from the configuration. */

/** Also the token under which Nest provides it. */
export abstract class HttpSettings {
  abstract readonly metricsToken: string | undefined;
  /** Calls a minute that one address may make without being signed in. */
  abstract readonly signedOutPerMinute: number;
  /** The refusal a fault of the storage stands for; undefined where it is a fault of ours. */
  abstract refusalOfFault(error: unknown): Error | undefined;
}
