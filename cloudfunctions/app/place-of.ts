// Where a request came from, as a digest by which accounts that joined from one network can be told to have: never an address.
import { isIP } from 'node:net';
import { DAY_MS, type Instant } from '#core/values/instant';
import { networkOf } from '#server/app/network-of';
import type { Fingerprint } from '#server/ports/fingerprint';

/** The digests of one week have nothing in common with those of the next. */
const WEEK_MS = 7 * DAY_MS;

/** Enough to tell networks apart in one week of one community. */
const DIGEST_LENGTH = 16;

/** Addresses of a machine's own or of a private network: of a proxy that did not say whom it stands for, so of everybody. */
const PRIVATE = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0:0:0:0$|f[cd]|fe80)/i;

/** Whether an address says anything about who comes from it. */
function isPublic(network: string, address: string): boolean {
  return !PRIVATE.test(network) && isIP(address) !== 0;
}

/** The digest of a place; null where the host knows no address that means anything. `now` chooses the week, `fingerprint` keeps the key. */
export function placeOf(fingerprint: Fingerprint, communityId: string, address: string | undefined, now: Instant): string | null {
  if (address === undefined) return null;
  const network = networkOf(address);
  if (!isPublic(network, address)) return null;
  return fingerprint(`place\n${communityId}\n${Math.floor(now / WEEK_MS)}\n${network}`).slice(0, DIGEST_LENGTH);
}
