// The network behind an address: what one household or office has together.
import { isIPv6 } from 'node:net';

/** What one holder of an address has: of IPv6 a network of 64 bits, which is the least that anybody is given; of IPv4 the address. */
export function networkOf(address: string): string {
  const within = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (within !== undefined || !isIPv6(address)) return within ?? address;
  const [front = '', back] = address.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const left = groups(front);
  const gap = back === undefined ? 0 : Math.max(0, 8 - left.length - groups(back).length);
  const all = [...left, ...Array<string>(gap).fill('0'), ...groups(back ?? '')];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
