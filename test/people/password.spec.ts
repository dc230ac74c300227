/** What a stolen table of passwords would cost its thief: the cost that the service hashes with. */
import { fitsPassword, hashPassword } from '../../src/people/password.js';

it('is argon2id with 19 MiB and two passes, with a salt of its own each time', async () => {
  const [one, other] = await Promise.all([hashPassword('seven green kettles'), hashPassword('seven green kettles')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(other).not.toBe(one);
  expect(await fitsPassword('seven green kettles', one)).toBe(true);
  expect(await fitsPassword('seven green kettle', one)).toBe(false);
});

it('fits nobody where there is no account', async () => {
  expect(await fitsPassword('nobody', null)).toBe(false);
});
