// What cannot be understood is denied in plain words, changes nothing, and learns nothing about the server.
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, contract } from '#core/contract';
import { createSessionIdentity, SESSION_LIFE_MS } from '#server/adapters/identity-session/session-identity';
import type { AppReply } from '#server/app/create-app';
import { sampleInput } from '../support/any-input';
import { openShop, type Resident, type Shop } from '../support/town';

let shop: Shop;
let anna: Resident;
let plan: string;

beforeAll(async () => {
  shop = await openShop();
  plan = await shop.publish({ type: 'checkin_plan' });
  anna = await shop.member('anna');
});

/** Sends something and sees that nothing was written for it. */
async function sent(action: string, input: unknown, requestId: unknown = 'request-bad-1', person: Resident = anna): Promise<AppReply> {
  const before = shop.town.written();
  const reply = await person.send(action, input, requestId);
  expect(shop.town.written()).toBe(before);
  expect(JSON.stringify(reply)).not.toMatch(/Error|node_modules|\.ts|at /);
  return reply;
}

const actions = Object.keys(contract) as ActionName[];
const changes = actions.filter((action) => contract[action].kind === 'change');

describe('an action that does not exist', () => {
  test.each(['coupon.steal', '', '__proto__', 'constructor', 'toString', 'coupon.claim ', 'COUPON.CLAIM'])(
    '%j is unknown',
    async (action) => {
      expect(await sent(action, {})).toEqual({ ok: false, code: 'unknown_action', data: { action } });
    },
  );

  test.each([undefined, null, 7, ['coupon.claim'], { toString: null, valueOf: null }])(
    'a name that is no text is unknown: %j',
    async (action) => {
      expect(await sent(action as unknown as string, {})).toEqual({ ok: false, code: 'unknown_action', data: { action: '' } });
    },
  );

  test('is repeated in the reply up to a length only', async () => {
    const reply = await sent('x'.repeat(5_000), {});
    expect(reply).toMatchObject({ code: 'unknown_action', data: { action: 'x'.repeat(60) } });
  });
});

describe('an input that is not what the action takes', () => {
  test.each(actions)('%s takes neither nothing, nor a text, nor a list, nor a number', async (action) => {
    for (const input of [undefined, null, 'input', [], 7, true]) {
      expect(await sent(action, input)).toMatchObject({ ok: false, code: 'invalid_input' });
    }
  });

  test.each(actions)('%s takes no field that it does not know', async (action) => {
    expect(await sent(action, { ...sample(action), surprise: 1 })).toMatchObject({ code: 'invalid_input', data: { path: 'surprise' } });
  });

  test.each(actions)('%s takes no key that every object inherits', async (action) => {
    const own = JSON.stringify(sample(action)).slice(1, -1);
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const input: unknown = JSON.parse(`{${own}${own === '' ? '' : ','}"${key}":{"role":"owner"}}`);
      expect(await sent(action, input)).toEqual({ ok: false, code: 'invalid_input', data: { path: key, problem: 'inherited_key' } });
    }
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  test('an inherited key is found at any depth', async () => {
    const text = '{"communityId":"c","draft":{"parameters":{"milestones":[{"days":1,"points":1,"__proto__":{"x":1}}]}}}';
    expect(await sent('campaign.save', JSON.parse(text))).toMatchObject({ data: { path: '__proto__', problem: 'inherited_key' } });
  });

  test('a value nested a hundred thousand deep is denied and nothing falls over', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(await sent('checkin.checkIn', { communityId: deep, campaignId: plan })).toMatchObject({ code: 'invalid_input' });
  });

  const wrong: readonly [what: string, action: ActionName, input: Record<string, unknown>, path: string][] = [
    ['an id with a slash', 'checkin.checkIn', { communityId: 'a/b', campaignId: 'x' }, 'communityId'],
    ['an id in Chinese', 'checkin.checkIn', { communityId: '群', campaignId: 'x' }, 'communityId'],
    ['an id that is too long', 'checkin.checkIn', { communityId: 'x', campaignId: 'y'.repeat(65) }, 'campaignId'],
    ['an id that is an object', 'checkin.checkIn', { communityId: { toJSON: 1 }, campaignId: 'x' }, 'communityId'],
    ['a nickname of nothing', 'membership.showName', { communityId: 'x', nickname: '' }, 'nickname'],
    ['a nickname that is too long', 'membership.showName', { communityId: 'x', nickname: '长'.repeat(17) }, 'nickname'],
    ['a nickname with a line break', 'membership.showName', { communityId: 'x', nickname: 'a\nb' }, 'nickname'],
    ['a nickname of blanks', 'membership.showName', { communityId: 'x', nickname: '   ' }, 'nickname'],
    ['half a character', 'membership.showName', { communityId: 'x', nickname: 'a\ud800' }, 'nickname'],
    ['half a fen', 'redemption.preview', { communityId: 'x', scanToken: 't', orderFen: 0.5 }, 'orderFen'],
    ['a name that nobody can see', 'membership.showName', { communityId: 'x', nickname: '\u200d' }, 'nickname'],
    ['a name that turns the writing round', 'membership.showName', { communityId: 'x', nickname: '周\u202e姐' }, 'nickname'],
    ['half a piece', 'coupon.claim', { communityId: 'x', campaignId: 'x', quantity: 1.5 }, 'quantity'],
    ['no piece', 'coupon.claim', { communityId: 'x', campaignId: 'x', quantity: 0 }, 'quantity'],
    ['less than no money', 'redemption.confirm', { communityId: 'x', scanToken: 't', orderFen: -1 }, 'orderFen'],
    ['more money than there is', 'redemption.confirm', { communityId: 'x', scanToken: 't', orderFen: 100_000_001 }, 'orderFen'],
    ['money in words', 'redemption.confirm', { communityId: 'x', scanToken: 't', orderFen: '30' }, 'orderFen'],
    ['a code without end', 'redemption.scan', { communityId: 'x', code: '1'.repeat(201) }, 'code'],
    [
      'an id that every record has a value for',
      'promise.complain',
      { communityId: 'x', campaignId: 'valueOf', reason: 'differs', text: '' },
      'campaignId',
    ],
    [
      'an answer to a question that is none',
      'content.post',
      { ...inCampaign, text: '你好', question: { memberId: 'y', slot: 'x'.repeat(64) } },
      'question.slot',
    ],
    [
      'an answer to nobody',
      'content.post',
      { ...inCampaign, text: '你好', question: { memberId: 'y'.repeat(64), slot: 'q1' } },
      'question.memberId',
    ],
    ['a thread under no question', 'content.thread', { ...inCampaign, question: { memberId: 'y', slot: 'x'.repeat(64) } }, 'question.slot'],
    ['an accepted answer to no question', 'content.accept', { ...inCampaign, helperId: 'y', slot: 'x'.repeat(64) }, 'slot'],
    ['an order that nobody counts to', 'points.handOver', { ...inCampaign, memberId: 'y', n: 1e21 }, 'n'],
    ['the same of who cancels it', 'points.cancelOrder', { ...inCampaign, memberId: 'y', n: 1e21, reason: '没有货了' }, 'n'],
    [
      'a grant by nobody',
      'points.reverse',
      { communityId: 'x', memberId: 'y', reason: '算错了', grant: grant('🍎', 'r') },
      'grant.actorId',
    ],
    [
      'a grant of no request',
      'points.reverse',
      { communityId: 'x', memberId: 'y', reason: '算错了', grant: grant('a', 'r~1') },
      'grant.requestId',
    ],
    ['a scan between two moments', 'redemption.scan', { communityId: 'x', code: '1', scannedAt: 0.5 }, 'scannedAt'],
    ['a shift on a day that is none', 'redemption.shift', { communityId: 'x', on: '2026-02-30' }, 'on'],
    ['no code', 'redemption.scan', { communityId: 'x', code: '' }, 'code'],
    ['an undo without a reason', 'redemption.undo', { communityId: 'x', couponId: 'y', reason: '' }, 'reason'],
    ['a month that is none', 'checkin.calendar', { communityId: 'x', campaignId: 'y', month: '2026-13' }, 'month'],
    ['a board of nothing', 'leaderboard.board', { communityId: 'x', kind: 'money', period: 'week' }, 'kind'],
    ['a role that nobody can give', 'community.appoint', { communityId: 'x', memberId: 'y', role: 'owner' }, 'role'],
    ['a zone on no map', 'community.create', { ...settings(), zone: 'Asia/Atlantis' }, 'zone'],
    ['a day that begins in the afternoon', 'community.create', { ...settings(), dayStartsMinutes: 720 }, 'dayStartsMinutes'],
    ['a name without end', 'community.create', { ...settings(), name: '名'.repeat(21) }, 'name'],
    [
      'a draft on a day that is none',
      'campaign.save',
      { communityId: 'x', draft: { ...draft(), startsOn: '2026-02-30' } },
      'draft.startsOn',
    ],
    ['a draft of an unknown type', 'campaign.save', { communityId: 'x', draft: { ...draft(), type: 'lottery' } }, 'draft.type'],
    [
      'a parameter of half',
      'campaign.save',
      { communityId: 'x', draft: { ...draft(), parameters: { stock: 1.5 } } },
      'draft.parameters.stock',
    ],
    ['more cards than a screen has', 'campaign.reach', { communityId: 'x', seen: Array(21).fill('c'), opened: [] }, 'seen'],
    ['a reminder of nothing', 'reminder.accept', { communityId: 'x', accepted: [] }, 'accepted'],
    [
      'a reminder that was accepted twice in one dialog',
      'reminder.accept',
      { communityId: 'x', accepted: Array(2).fill({ kind: 'checkin_open', campaignId: 'y' }) },
      'accepted',
    ],
    ['a reminder of an unknown kind', 'reminder.stop', { communityId: 'x', kind: 'birthday' }, 'kind'],
    ['a switch that is neither on nor off', 'leaderboard.hide', { communityId: 'x', hidden: 'yes' }, 'hidden'],
  ];
  test.each(wrong)('%s: %s is told the field', async (_what, action, input, path) => {
    expect(await sent(action, input)).toMatchObject({ ok: false, code: 'invalid_input', data: { path } });
  });

  test.each(['points.statement', 'coupon.wallet', 'invite.list'] as const)('%s denies a cursor that it never gave', async (action) => {
    const { communityId } = shop;
    for (const cursor of ['', 'next', '~', '5~', '5~next', 'NaN~["a",1,"b"]', '["a"]', '[1,2,3]', '{}', 'null', '["a","b","c"]']) {
      expect(await sent(action, { communityId, cursor })).toMatchObject({ code: 'invalid_input', data: { path: 'cursor' } });
    }
  });

  test.each(['community.members', 'redemption.recent'] as const)('%s denies a cursor that it never gave', async (action) => {
    const reply = await sent(action, { communityId: shop.communityId, cursor: 'next' }, undefined, shop.owner);
    expect(reply).toMatchObject({ code: 'invalid_input', data: { path: 'cursor' } });
  });

  test('the id of the installation itself is no community, and what every object inherits is no id', async () => {
    expect(await sent('community.home', { communityId: '_system' })).toMatchObject({ code: 'not_found' });
    expect(await sent('community.enter', { communityId: '_system' })).toMatchObject({ code: 'not_found' });
    expect(await sent('community.home', { communityId: '__proto__' })).toMatchObject({ code: 'invalid_input' });
  });
});

describe('a requestId', () => {
  test.each(changes)('%s needs one', async (action) => {
    for (const requestId of [
      undefined,
      null,
      7,
      '',
      'short',
      'x'.repeat(65),
      'has space',
      '../../etc',
      '请求请求请求请求',
      '__proto__',
      'constructor',
    ]) {
      const reply = await anna.send(action, sample(action), requestId);
      expect(reply).toEqual({ ok: false, code: 'request_id_required', data: {} });
    }
  });
});

describe('a session', () => {
  const identity = (secret: string) =>
    createSessionIdentity({ sessionSecret: secret, pepper: 'test-pepper', clock: { now: () => 0 }, demo: false });
  const send = (credentials: unknown) =>
    shop.town.app.handle({ action: 'community.home', input: { communityId: shop.communityId }, credentials });

  test.each([undefined, null, 7, {}, { sessionToken: null }, { sessionToken: '' }, { sessionToken: 7 }])(
    'is asked for: %j',
    async (credentials) => {
      expect(await send(credentials)).toEqual({ ok: false, code: 'sign_in_required', data: {} });
    },
  );

  test('made by somebody else is denied', async () => {
    const { token } = identity('another-secret').issueSession('owner', 0);
    expect(await send({ sessionToken: token })).toEqual({ ok: false, code: 'session_expired', data: {} });
  });

  test('with another person written into it is denied', async () => {
    const { token } = identity('test-session').issueSession('anna', 0);
    const [version, , expiresAt, signed] = token.split('.');
    const forged = [version, Buffer.from('owner').toString('base64url'), expiresAt, signed].join('.');
    expect(await send({ sessionToken: forged })).toEqual({ ok: false, code: 'session_expired', data: {} });
  });

  test('that has run out is denied', async () => {
    const { token } = identity('test-session').issueSession('anna', -SESSION_LIFE_MS);
    expect(await send({ sessionToken: token })).toEqual({ ok: false, code: 'session_expired', data: {} });
  });

  test('is what counts, whatever the input claims', async () => {
    const reply = await sent('community.home', { communityId: shop.communityId, memberId: shop.owner.memberIdIn(shop.communityId) });
    expect(reply).toMatchObject({ code: 'invalid_input', data: { path: 'memberId' } });
  });
});

const inCampaign = { communityId: 'x', campaignId: 'x' };

function grant(actorId: string, requestId: string): Record<string, unknown> {
  return { actorId, requestId, index: 0 };
}

function settings(): Record<string, unknown> {
  return { name: '社群', theme: '主题', promise: '每天都来', organiser: '店家', contact: '12345', zone: 'UTC', dayStartsMinutes: 0 };
}

function draft(): Record<string, unknown> {
  const window = { startsOn: '2026-03-02', endsOn: '2026-03-31' };
  return { type: 'coupon_drop', title: '标题', summary: '', ...window, groupId: null, parameters: {} };
}

/** An input of the right shape for an action, about things that do not exist. */
function sample(action: ActionName): Record<string, unknown> {
  return sampleInput(contract[action].input, { communityId: ['nowhere'], campaignId: ['nothing'] });
}
