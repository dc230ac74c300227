/** A password by chance that an administrator hands to somebody, who replaces it at the first sign-in. */

/** Without the characters that are mistaken for others when read aloud or copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 12;

/** Twelve characters, each as likely as any other. */
export function startPassword(): string {
  const drawn: string[] = [];
  while (drawn.length < LENGTH) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    // the rest of 256 would favour the first letters
    if (byte! < 256 - (256 % LETTERS.length)) drawn.push(LETTERS[byte! % LETTERS.length]!);
  }
  return drawn.join('');
}
