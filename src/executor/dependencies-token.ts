/** The name under which Nest provides what the executor works with. */

/** `@Inject(DEPENDENCIES) private readonly dependencies: Dependencies` */
export const DEPENDENCIES = Symbol('DEPENDENCIES');
