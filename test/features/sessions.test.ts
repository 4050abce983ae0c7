// A session is its person's and nobody else's: nothing that is altered, cut, put together or out of date counts as one.
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { createSessionIdentity, DEMO_PERSON, SESSION_LIFE_MS } from '#server/adapters/identity-session/session-identity';
import { openShop } from '../support/town';

const SECRET = 'a-secret-of-these-tests-alone-0123456789';

function identityAt(now: number, { secret = SECRET, demo = false } = {}) {
  return createSessionIdentity({ sessionSecret: secret, pepper: 'pepper', clock: { now: () => now }, demo });
}

const identity = identityAt(0);
const { token } = identity.issueSession('wechat:anna', 0);
const [version = '', person = '', expiresAt = '', signed = ''] = token.split('.');
const encoded = (text: string) => Buffer.from(text).toString('base64url');
const who = (sessionToken: string | null, by = identity) => by.identify({ sessionToken });
const denied = { denied: 'session_expired' };

describe('a session', () => {
  test('is its person’s', async () => {
    expect(await who(token)).toEqual({ personKey: 'wechat:anna' });
  });

  test('with any one character changed is none', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= %\n';
    for (let at = 0; at < token.length; at += 1) {
      for (const letter of letters) {
        const forged = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        if (forged !== token) expect([forged, await who(forged)]).toEqual([forged, denied]);
      }
    }
  });

  test('that is cut anywhere, or goes on, is none', async () => {
    for (let length = 1; length < token.length; length += 1) expect(await who(token.slice(0, length))).toEqual(denied);
    for (const more of ['A', '=', '.', ' ', '\n', '\0', `.${signed}`, token]) expect(await who(`${token}${more}`)).toEqual(denied);
    expect(await who('')).toEqual({ denied: 'sign_in_required' });
  });

  test('that says how it would like to be checked is none: the token has no say in that', async () => {
    const header = encoded('{"alg":"none","typ":"JWT"}');
    const claims = encoded('{"sub":"wechat:owner","exp":9999999999}');
    const wanted = [
      `${header}.${claims}.`,
      `${header}.${claims}.${signed}`,
      `0.${person}.${expiresAt}.${signed}`,
      `2.${person}.${expiresAt}.${signed}`,
      `${version}.${person}.${expiresAt}.`,
      `${version}.${person}.${expiresAt}.${'A'.repeat(32)}`,
      `${version}.${person}..${signed}`,
    ];
    for (const forged of wanted) expect([forged, await who(forged)]).toEqual([forged, denied]);
  });

  test('with another person or a later end written into it is none', async () => {
    const later = String(Number(expiresAt) + DAY_MS);
    expect(await who([version, encoded('wechat:owner'), expiresAt, signed].join('.'))).toEqual(denied);
    expect(await who([version, person, later, signed].join('.'))).toEqual(denied);
    // What is signed are two parts and not their letters in a row.
    expect(await who([version, `${person}${expiresAt.slice(0, 1)}`, expiresAt.slice(1), signed].join('.'))).toEqual(denied);
  });

  test('put together of two is none', async () => {
    const other = identity.issueSession('wechat:bob', DAY_MS).token.split('.');
    const mine = [version, person, expiresAt, signed];
    for (let part = 1; part < 4; part += 1) {
      const mixed = mine.map((text, at) => (at === part ? (other[at] ?? '') : text)).join('.');
      expect([part, await who(mixed)]).toEqual([part, denied]);
    }
  });

  test('of another installation is none', async () => {
    expect(await who(identityAt(0, { secret: `${SECRET}x` }).issueSession('wechat:anna', 0).token)).toEqual(denied);
  });

  test('lasts for thirty days to the millisecond', async () => {
    expect(await who(token, identityAt(SESSION_LIFE_MS - 1))).toEqual({ personKey: 'wechat:anna' });
    expect(await who(token, identityAt(SESSION_LIFE_MS))).toEqual(denied);
  });

  test('of the demo counts nowhere else', async () => {
    const demo = identity.issueSession(`${DEMO_PERSON}owner`, 0).token;
    expect(await who(demo)).toEqual(denied);
    expect(await who(demo, identityAt(0, { demo: true }))).toEqual({ personKey: `${DEMO_PERSON}owner` });
  });
});

describe('who has left for good', () => {
  test('is a stranger to the community with the session of before, and their old requests are not answered again', async () => {
    const { communityId, member, owner } = await openShop();
    const anna = await member('anna');
    const naming = { communityId, nickname: '安娜' };
    await anna.get('membership.showName', naming, 'request-before-1');
    await anna.get('membership.erase', { communityId });
    expect(await anna.code('points.statement', { communityId })).toBe('join_required');
    expect(await anna.code('coupon.wallet', { communityId })).toBe('join_required');
    const { members } = await owner.get('community.members', { communityId });
    expect(JSON.stringify(members)).not.toContain('安娜');
  });
});

describe('a proof of being in a group', () => {
  test('counts once, for the person whom it was made for, and not with a letter changed', async () => {
    const { communityId, town, owner } = await openShop();
    const [anna, bob] = [town.person('anna'), town.person('bob')];
    const proof = anna.proof();
    expect(await bob.code('community.enter', { communityId, proof })).toBe('group_proof_invalid');
    for (let at = 0; at < proof.length; at += 1) {
      const letter = proof[at] === 'A' ? 'B' : 'A';
      const forged = `${proof.slice(0, at)}${letter}${proof.slice(at + 1)}`;
      expect([at, await anna.code('community.enter', { communityId, proof: forged })]).toEqual([at, 'group_proof_invalid']);
    }
    expect(await anna.code('community.enter', { communityId, proof })).toBe('ok');
    const seenAt = town.now();
    town.wait(4 * MINUTE_MS);
    // The same proof again is no mistake of a phone that lost the answer, and proves nothing anew.
    expect(await anna.code('community.enter', { communityId, proof })).toBe('ok');
    expect((await anna.get('community.home', { communityId })).me.groups).toMatchObject([{ verifiedAt: seenAt }]);
    town.wait(MINUTE_MS);
    expect(await anna.code('community.enter', { communityId, proof: anna.proof() })).toBe('ok');
    expect(await town.person('eve').code('community.enter', { communityId, proof })).toBe('group_proof_invalid');
    expect(await owner.code('community.bindGroup', { communityId, proof, label: '新群' })).toBe('group_proof_invalid');
  });
});
