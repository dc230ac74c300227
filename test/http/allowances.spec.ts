/** Allowances that fill up again with time, and what counts as one address. */
import { Allowances } from '../../src/http/allowances.js';
import { networkOf } from '../../src/http/signed-out-throttle.js';

it('gives a minute of calls at once, then one for each part of a minute, and never more than a minute of them', () => {
  let now = 100;
  const calls = new Allowances(60, () => now);
  const taken = (): number => {
    let count = 0;
    while (calls.take('a') === 0) count += 1;
    return count;
  };
  expect(taken()).toBe(60);
  expect(calls.take('a')).toBe(1);
  now += 2.5;
  expect(taken()).toBe(2);
  expect(calls.take('b')).toBe(0);
  now += 3_600;
  expect(taken()).toBe(60);
});

it('says how many seconds to wait', () => {
  const calls = new Allowances(10, () => 0);
  for (let at = 0; at < 10; at += 1) calls.take('a');
  expect(calls.take('a')).toBe(6);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
