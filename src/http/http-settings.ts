/** What the HTTP layer must be told; app.module fills it from the configuration. */

/** Also the token under which Nest provides it. */
export abstract class HttpSettings {
  abstract readonly metricsToken: string | undefined;
  /** The refusal a fault of the storage stands for; undefined where it is a fault of ours. */
  abstract refusalOfFault(error: unknown): Error | undefined;
}
