// Identity by WeChat's own context: the platform says who calls, nothing that the phone sends is asked.
import { pseudonymOf } from '#server/adapters/signing/pseudonym';
import type { Credentials, Identified, Identity } from '#server/ports/identity';

/** What the WeChat host puts into a request: the OPENID of getWXContext, or null when the platform gave none. */
export interface WechatCredentials {
  readonly openId: string | null;
}

const OPEN_ID = /^[A-Za-z0-9_-]{6,64}$/;

/** Keys of WeChat's people begin with this. */
const WECHAT_PERSON = 'wechat:';

/** The account key of a WeChat user in this installation, the same whether they come through the cloud or to our own server. */
export function personKeyOf(openId: string): string {
  return `${WECHAT_PERSON}${openId}`;
}

/** Whether an account key belongs to somebody whom WeChat named. */
export function isWechatPerson(personKey: string): boolean {
  return personKey.startsWith(WECHAT_PERSON);
}

/** The OPENID behind an account key; null for somebody whom WeChat did not name. */
export function openIdOf(personKey: string): string | null {
  return isWechatPerson(personKey) ? personKey.slice(WECHAT_PERSON.length) : null;
}

function openIdIn(credentials: Credentials): string | null {
  if (typeof credentials !== 'object' || credentials === null || !('openId' in credentials)) return null;
  return typeof credentials.openId === 'string' && OPEN_ID.test(credentials.openId) ? credentials.openId : null;
}

/** Creates the WeChat identity. There is no OPENID in timers and in single-page mode: nobody is signed in there. */
export function createWechatIdentity(pepper: string): Identity {
  return {
    async identify(credentials): Promise<Identified> {
      const openId = openIdIn(credentials);
      return openId === null ? { denied: 'sign_in_required' } : { personKey: personKeyOf(openId) };
    },
    memberIdOf: (communityId, personKey) => pseudonymOf(pepper, communityId, personKey),
  };
}
