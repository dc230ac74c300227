/** Tells of statements that take long, each once an hour, without the values that were sent. */

const AGAIN_AFTER_MS = 3_600_000;
/** Texts that are remembered; a service has some hundreds, and a list of any length written into one must not fill the memory. */
const MOST_TEXTS = 1_000;
const MOST_CHARACTERS = 1_000;

export class SlowQueries {
  /** Statements that took too long since the start, told or not. */
  count = 0;
  private readonly toldAt = new Map<string, number>();

  constructor(
    /** Milliseconds from which a statement is slow; 0: none is. */
    private readonly from: number,
    private readonly say: (line: string) => void,
  ) {}

  get isOn(): boolean {
    return this.from > 0;
  }

  /** Notes a statement that took so long, whether it was answered or failed; `at` is any clock that only goes forward. */
  note(text: string, ms: number, at: number): void {
    if (!this.isOn || ms < this.from) return;
    this.count += 1;
    const shown = withoutValues(text);
    if (at - (this.toldAt.get(shown) ?? -Infinity) < AGAIN_AFTER_MS) return;
    if (this.toldAt.size >= MOST_TEXTS) this.toldAt.clear();
    this.toldAt.set(shown, at);
    this.say(`慢查询 / slow query, ${Math.round(ms)} ms: ${shown}`);
  }
}

/** The text on one line; what stands between quotes, or is a long number, may be somebody's. */
function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\d{5,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS);
}
