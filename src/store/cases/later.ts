/** Values of rows that are known only once the number of their case is. */

export class Later {
  value: string | null = null;
}

/** A column with such values among others, as a parameter that is written out when the statement goes. */
export class LaterColumn {
  constructor(
    private readonly values: readonly unknown[],
    private readonly literal: (values: readonly unknown[]) => string,
  ) {}

  written(): string {
    return this.literal(this.values.map((value) => (value instanceof Later ? value.value : value)));
  }
}
