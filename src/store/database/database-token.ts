/** The name under which Nest provides the open database; apart from the module so that stores and module do not form a circle. */

/** `@Inject(DATABASE) private readonly database: Database` */
export const DATABASE = Symbol('DATABASE');
