// Who calls: sessions that are forged, altered or over, and pseudonyms that cannot be led back.
import { describe, expect, it } from 'vitest';
import { createSessionIdentity, SESSION_LIFE_MS, VISITOR_SESSION_LIFE_MS } from '#server/adapters/identity-session/session-identity';
import { createWechatIdentity } from '#server/adapters/identity-wechat/wechat-identity';

const startAt = Date.UTC(2026, 2, 1);
const clock = { at: startAt, now: () => clock.at };
const parts = { sessionSecret: 'session secret', pepper: 'pepper', clock, demo: true };
const identity = createSessionIdentity(parts);

async function at(instant: number, token: unknown, who = identity) {
  clock.at = instant;
  return who.identify({ sessionToken: token });
}

describe('a session', () => {
  const { token, expiresAt } = identity.issueSession('visitor:anna', startAt);

  it('says who calls until the last millisecond of its life', async () => {
    expect(await at(startAt, token)).toEqual({ personKey: 'visitor:anna' });
    expect(expiresAt).toBe(startAt + VISITOR_SESSION_LIFE_MS);
    expect(await at(expiresAt - 1, token)).toEqual({ personKey: 'visitor:anna' });
    expect(await at(expiresAt, token)).toEqual({ denied: 'session_expired' });
  });

  it('is denied when anything in it was altered', async () => {
    const [version, person = '', expiry, signed = ''] = token.split('.');
    const bert = Buffer.from('visitor:bert').toString('base64url');
    const altered = [
      [version, bert, expiry, signed],
      [version, person, String(expiresAt + 1), signed],
      [version, person, expiry, signed.startsWith('A') ? `B${signed.slice(1)}` : `A${signed.slice(1)}`],
      [version, person, expiry, signed.slice(1)],
      ['2', person, expiry, signed],
    ].map((pieces) => pieces.join('.'));
    for (const forged of [...altered, `${token} `, `${token}=`, 'x', 'x'.repeat(10_000)]) {
      expect(await at(startAt, forged)).toEqual({ denied: 'session_expired' });
    }
  });

  it('ends sooner where its person can sign in again', () => {
    expect(identity.issueSession('wechat:anna', startAt).expiresAt).toBe(startAt + SESSION_LIFE_MS);
  });

  it('signed with a secret of before counts as long as that one does', async () => {
    const renewed = createSessionIdentity({ ...parts, sessionSecret: 'newer', olderSecrets: ['oldest', 'session secret'] });
    expect(await at(startAt, token, renewed)).toEqual({ personKey: 'visitor:anna' });
    expect(await at(startAt, renewed.issueSession('visitor:anna', startAt).token)).toEqual({ denied: 'session_expired' });
  });

  it('signed with another secret is denied', async () => {
    const stranger = createSessionIdentity({ ...parts, sessionSecret: 'another' }).issueSession('visitor:anna', startAt);
    expect(await at(startAt, stranger.token)).toEqual({ denied: 'session_expired' });
  });

  it.each([null, undefined, '', 7, {}, ['x']])('is asked for when there is none (%s)', async (nothing) => {
    expect(await at(startAt, nothing)).toEqual({ denied: 'sign_in_required' });
  });

  it('of a demo person is worth nothing once demo mode is off', async () => {
    const persona = identity.issueSession('demo:owner', startAt).token;
    expect(await at(startAt, persona)).toEqual({ personKey: 'demo:owner' });
    expect(await at(startAt, persona, createSessionIdentity({ ...parts, demo: false }))).toEqual({ denied: 'session_expired' });
  });
});

describe('a pseudonym', () => {
  it('is stable, differs between communities and installations, and is 16 characters of a-z2-7', () => {
    const mine = identity.memberIdOf('c1', 'visitor:anna');
    expect(mine).toMatch(/^[a-z2-7]{16}$/);
    expect(identity.memberIdOf('c1', 'visitor:anna')).toBe(mine);
    expect(identity.memberIdOf('c2', 'visitor:anna')).not.toBe(mine);
    expect(createSessionIdentity({ ...parts, pepper: 'other' }).memberIdOf('c1', 'visitor:anna')).not.toBe(mine);
    expect(createWechatIdentity('pepper').memberIdOf('c1', 'visitor:anna')).toBe(mine);
  });
});

describe('WeChat identity', () => {
  const wechat = createWechatIdentity('pepper');

  it('believes the OPENID of the context and nothing else', async () => {
    expect(await wechat.identify({ openId: 'oABC_123-xyz' })).toEqual({ personKey: 'wechat:oABC_123-xyz' });
    for (const credentials of [{ openId: null }, { openId: '' }, { openId: 'a b' }, { OPENID: 'oABC_123-xyz' }, null, 'oABC_123-xyz']) {
      expect(await wechat.identify(credentials)).toEqual({ denied: 'sign_in_required' });
    }
  });
});
