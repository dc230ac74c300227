/** The name under which Nest provides what the executor works with. */

/** `@Inject(WORKSHOP) private readonly shop: Workshop` */
export const DEPENDENCIES = Symbol('WORKSHOP');
