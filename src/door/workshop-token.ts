/** The name under which Nest provides what the door works with. */

/** `@Inject(WORKSHOP) private readonly shop: Workshop` */
export const WORKSHOP = Symbol('WORKSHOP');
