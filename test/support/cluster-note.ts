/** What the run's globalSetup tells the test files about the one cluster they share. */

/** Passed through the environment, the only thing jest hands from globalSetup to its workers. */
export interface ClusterNote {
  host: string;
  port: number;
  user: string;
  /** Database that holds the migrated, empty schema; cloned for each test file. */
  template: string;
  /** Folder of the whole run: everything a test writes or starts belongs below it, so that it goes when the run ends. */
  folder: string;
}

const VARIABLE = 'XIAOHAO_TEST_CLUSTER';

/** Leaves the note for the workers that start after it. */
export function leaveNote(note: ClusterNote): void {
  process.env[VARIABLE] = JSON.stringify(note);
}

/** Whether this is a run of tests, and not a script that uses what they use. */
export const isInRun = (): boolean => process.env[VARIABLE] !== undefined;

/** The note of this run. Refuses outside jest. */
export function readNote(): ClusterNote {
  const note = process.env[VARIABLE];
  if (note === undefined) throw new Error('no test cluster: run through jest, whose globalSetup starts it');
  return JSON.parse(note) as ClusterNote;
}
