// Identity by a signed, expiring session token: the Node host's way of knowing who calls.
import type { Instant } from '#core/values/instant';
import { DAY_MS } from '#core/values/instant';
import { pseudonymOf } from '#server/adapters/signing/pseudonym';
import { remembering } from '#server/adapters/signing/remembering';
import { sameText, signature } from '#server/adapters/signing/sign';
import type { Clock } from '#server/ports/clock';
import type { Credentials, Identified, Identity } from '#server/ports/identity';

/** A session lasts for thirty days from its issue, where its person can be somebody again by signing in. */
export const SESSION_LIFE_MS = 30 * DAY_MS;

/** A browser's visitor is nobody but their cookie, which holds points and coupons: as long as browsers keep one. */
export const VISITOR_SESSION_LIFE_MS = 400 * DAY_MS;

/** Keys of people whom a browser became begin with this. */
export const VISITOR_PERSON = 'visitor:';

/** Keys of the demo's people begin with this; their sessions count only while demo mode is on. */
export const DEMO_PERSON = 'demo:';

/** A session as it is handed to a browser. */
export interface Session {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** The identity port, and the issuing of sessions for the host that uses it. */
export interface SessionIdentity extends Identity {
  issueSession(personKey: string, now: Instant): Session;
}

/** What the adapter is made of. The clock is the real one even in a demo: moving the demo's day must sign nobody out. */
export interface SessionIdentityParts {
  readonly sessionSecret: string;
  /** Secrets of before, whose sessions still count. */
  readonly olderSecrets?: readonly string[];
  readonly pepper: string;
  readonly clock: Clock;
  readonly demo: boolean;
}

const TOKEN = /^1\.([A-Za-z0-9_-]{1,200})\.(\d{1,16})\.([A-Za-z0-9_-]{32})$/;

function tokenOf(credentials: Credentials): string | null {
  if (typeof credentials !== 'object' || credentials === null || !('sessionToken' in credentials)) return null;
  return typeof credentials.sessionToken === 'string' ? credentials.sessionToken : null;
}

/** Creates the session identity. A token is `1.person.expiresAt.signature`; anything altered in it denies the session. */
export function createSessionIdentity({ sessionSecret, olderSecrets = [], pepper, clock, demo }: SessionIdentityParts): SessionIdentity {
  const signedWith = (secret: string) =>
    remembering((person: string, expiresAt: string) => signature(secret, 'session', person, expiresAt));
  const sign = signedWith(sessionSecret);
  const accepted = [sign, ...olderSecrets.map(signedWith)];
  const memberIdOf = remembering((communityId: string, personKey: string) => pseudonymOf(pepper, communityId, personKey));

  function personOf(token: string): string | null {
    const match = TOKEN.exec(token);
    if (match === null) return null;
    const [, person = '', expiresAt = '', signed = ''] = match;
    if (!accepted.some((signs) => sameText(signed, signs(person, expiresAt)))) return null;
    if (clock.now() >= Number(expiresAt)) return null;
    const personKey = Buffer.from(person, 'base64url').toString('utf8');
    return personKey.startsWith(DEMO_PERSON) && !demo ? null : personKey;
  }

  return {
    async identify(credentials): Promise<Identified> {
      const token = tokenOf(credentials);
      if (token === null || token === '') return { denied: 'sign_in_required' };
      const personKey = personOf(token);
      return personKey === null ? { denied: 'session_expired' } : { personKey };
    },
    memberIdOf,
    issueSession(personKey, now) {
      const expiresAt = now + (personKey.startsWith(VISITOR_PERSON) ? VISITOR_SESSION_LIFE_MS : SESSION_LIFE_MS);
      const person = Buffer.from(personKey, 'utf8').toString('base64url');
      return { token: `1.${person}.${expiresAt}.${sign(person, String(expiresAt))}`, expiresAt };
    },
  };
}
