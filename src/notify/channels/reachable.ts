/** Which addresses a channel may call: offices run mail servers and gateways inside, so internal ones are allowed, but not what speaks for a machine itself. */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { later } from './parcel.js';

/** Link-local (a cloud's metadata service answers there), multicast, broadcast and “this network”; nothing that an office runs listens there. */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet('0.0.0.0', 8);
FORBIDDEN.addSubnet('169.254.0.0', 16);
FORBIDDEN.addSubnet('224.0.0.0', 3);
FORBIDDEN.addAddress('::', 'ipv6');
FORBIDDEN.addSubnet('fe80::', 10, 'ipv6');
FORBIDDEN.addSubnet('ff00::', 8, 'ipv6');
FORBIDDEN.addAddress('fd00:ec2::254', 'ipv6');

/** True for an address that no channel may call, in whichever form it is written. */
export function isForbidden(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isForbidden(mapped);
  return FORBIDDEN.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const refusal = () => later('不允许访问该地址', 'This address may not be called');

/** Throws for a host that is such an address; names are looked at when they are resolved. */
export function requireReachable(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && isForbidden(bare)) throw refusal();
}

/** Resolves names and refuses what they must not lead to; the connection goes to what was looked at, so a name cannot change in between. */
export const guardedLookup: LookupFunction = (hostname, options, found) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return found(error, []);
    if (addresses.some(({ address }) => isForbidden(address))) return found(refusal() as NodeJS.ErrnoException, []);
    if (options.all === true) return found(null, addresses);
    found(null, addresses[0]!.address, addresses[0]!.family);
  });
};
