// Fingerprints with the installation's secret: nobody without it can test a guess against the journal.
import { createHmac } from 'node:crypto';
import type { Fingerprint } from '#server/ports/fingerprint';

/** Creates the fingerprint of an installation. */
export function createKeyedFingerprint(secret: string): Fingerprint {
  return (text) => createHmac('sha256', secret).update(text).digest('base64url');
}
