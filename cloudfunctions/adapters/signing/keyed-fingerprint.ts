// Fingerprints with the installation's secret: nobody without it can test a guess against the journal.
import { hmacOf } from '#server/adapters/signing/sign';
import type { Fingerprint } from '#server/ports/fingerprint';

/** Creates the fingerprint of an installation. */
export function createKeyedFingerprint(secret: string): Fingerprint {
  return (text) => hmacOf(secret, text).toString('base64url');
}
