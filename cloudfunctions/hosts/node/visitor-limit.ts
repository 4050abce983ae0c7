// Bounds how many people one address may become, so that a loop cannot fill a community with visitors.
import { MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { networkOf } from '#server/app/network-of';

const ADDRESSES_MAX = 10_000;

/** How many per minute: from one address, and from all together. */
export interface VisitorBounds {
  readonly perAddress: number;
  readonly altogether: number;
}

/** Browsers that become somebody new: a school or an office behind one address fits in. */
export const browserBounds: VisitorBounds = { perAddress: 20, altogether: 600 };

/** Logins that WeChat vouches for: thousands of phones may share the address of their carrier. */
export const wechatBounds: VisitorBounds = { perAddress: 600, altogether: 3_000 };

/** Says how many seconds an address has to wait before it may become another person, or null. */
export type VisitorLimit = (address: string, now: number) => number | null;

/** A limit per minute and address, and one for all addresses together. */
export function createVisitorLimit({ perAddress, altogether }: VisitorBounds): VisitorLimit {
  let minute = -1;
  let all = 0;
  const counts = new Map<string, number>();
  return (address, now) => {
    const current = Math.floor(now / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      all = 0;
      counts.clear();
    }
    const network = networkOf(address);
    const mine = counts.get(network) ?? 0;
    if (mine >= perAddress || all >= altogether || counts.size >= ADDRESSES_MAX) {
      return Math.ceil(((current + 1) * MINUTE_MS - now) / SECOND_MS);
    }
    counts.set(network, mine + 1);
    all += 1;
    return null;
  };
}
