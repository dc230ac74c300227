/** The shape of a command of the command line. */

/** One command: the words that name it, and what it does. */
export interface CommandLine {
  words: readonly string[];
  /** The arguments as shown in the usage. */
  args: string;
  says: string;
  /** Answers the exit code. */
  run: (args: readonly string[], print: (line: string) => void) => Promise<number>;
}
