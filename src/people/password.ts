/** Hashes and checks passwords, slowly enough that a stolen table is of little use. */
import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP password storage cheat sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobody: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash (no such account) it takes as long and answers false, so that nobody
 *  learns by the time which accounts exist. */
export async function fitsPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody');
  const fits = await verify(passwordHash ?? (await nobody), password);
  return passwordHash !== null && fits;
}
