// How the phone talks to the server when answers get lost.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { good, no, scriptTransport } from '../support/scripted-transport';

const input = { communityId: 'c1', campaignId: 'p1' };

function callerOf(...answers: Parameters<typeof scriptTransport>[0][string]) {
  const transport = scriptTransport({ 'coupon.claim': answers, 'campaign.open': answers });
  const pauses: number[] = [];
  const caller = createCaller({
    send: transport.send,
    wait: (pauseMs) => {
      pauses.push(pauseMs);
      return Promise.resolve();
    },
  });
  return { caller, transport, pauses };
}

test('a claim whose answer was lost is tried again under the same request id', async () => {
  const { caller, transport } = callerOf('lost', good({ left: 3 }));
  expect(await caller.change('coupon.claim', input, 'tap-1')).toEqual({ ok: true, value: { left: 3 } });
  expect(transport.sent.map(({ requestId }) => requestId)).toEqual(['tap-1', 'tap-1']);
  expect(transport.sent[1]?.input).toEqual(input);
});

test('a server that asks to try again is tried again, and after three tries its reference is shown', async () => {
  const { caller, transport, pauses } = callerOf(no('try_again', { reference: 'r7' }));
  expect(await caller.change('coupon.claim', input, 'tap-1')).toEqual({ ok: false, code: 'try_again', data: { reference: 'r7' } });
  expect(transport.sent).toHaveLength(3);
  expect(pauses).toEqual([400, 1200]);
});

test('without network the phone gives up after three tries and says so itself', async () => {
  const { caller, transport } = callerOf('lost');
  expect(await caller.view('campaign.open', input)).toEqual({ ok: false, code: 'offline', data: {} });
  expect(transport.sent).toHaveLength(3);
});

test('a refusal is an answer and is not asked for twice', async () => {
  const { caller, transport } = callerOf(no('sold_out', { stock: 5 }));
  expect(await caller.change('coupon.claim', input, 'tap-1')).toMatchObject({ code: 'sold_out' });
  expect(transport.sent).toHaveLength(1);
});

test('a view carries no request id', async () => {
  const { caller, transport } = callerOf(good({}));
  await caller.view('campaign.open', input);
  expect(transport.sent[0]?.requestId).toBeUndefined();
});

test('an error that is ours is not mistaken for a missing network', async () => {
  const caller = createCaller({ send: () => Promise.reject(new TypeError('a bug')), wait: () => Promise.resolve() });
  await expect(caller.view('campaign.open', input)).rejects.toThrow('a bug');
});

test('what waits for all answers waits for those on their way, and not for later ones', async () => {
  const answers: ((reply: { ok: true; value: unknown }) => void)[] = [];
  const caller = createCaller({
    send: () => new Promise((resolve) => answers.push(resolve)),
    wait: () => Promise.resolve(),
  });
  const heard: string[] = [];
  void caller.view('campaign.open', input);
  void caller.view('campaign.open', input);
  const all = caller.answered().then(() => heard.push('all'));
  void caller.view('campaign.open', input);
  answers[0]?.({ ok: true, value: {} });
  await Promise.resolve();
  expect(heard).toEqual([]);
  answers[1]?.({ ok: true, value: {} });
  await all;
  expect(heard).toEqual(['all']);
});

test.each(['clerk_only', 'co_owner_only', 'owner_only', 'blocked'])(
  'whoever hears %s is not what the phone takes them to be, which is told once',
  async (code) => {
    const { caller } = callerOf(no(code));
    let heard = 0;
    caller.hearBelow(() => {
      heard += 1;
    });
    await caller.view('campaign.open', input);
    expect(heard).toBe(1);
  },
);

test('no other answer, good or bad, says anything about a role', async () => {
  const { caller } = callerOf(no('join_required'), good({ left: 3 }), no('sold_out', { stock: 1 }));
  let heard = 0;
  caller.hearBelow(() => {
    heard += 1;
  });
  for (let n = 0; n < 3; n += 1) await caller.view('campaign.open', input);
  expect(heard).toBe(0);
});
