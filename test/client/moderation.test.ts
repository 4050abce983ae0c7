// The owner's queue on the phone: each look is taken once, and what was looked at is gone from the list.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createModeration, stillWaiting, type WaitingRow } from '#app/features/moderation/create-moderation';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const row: WaitingRow = {
  person: { memberId: 'm1', name: null, tag: 'AB12', avatar: null },
  nickname: { text: '老板娘', since: 5 },
  picture: { source: '/pictures/c1/p1', since: 7 },
};
const nickname = { memberId: 'm1', shown: 'nickname', since: 5 } as const;
const picture = { memberId: 'm1', shown: 'picture', since: 7 } as const;

function queueWith(answers: readonly ScriptedAnswer[]) {
  const transport = scriptTransport({ 'moderation.queue': [good({ waiting: [row], cursor: null })], 'moderation.decide': answers });
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const moderation = createModeration(caller, countedIds(), () => ({ communityId: 'c1' }));
  const left = () => stillWaiting(moderation.queue.store.getState().items, moderation.store.getState().taken);
  return { moderation, left, looks: () => transport.sent.filter(({ action }) => action === 'moderation.decide') };
}

test('what is let through, or refused, leaves the list; the rest of the row stays', async () => {
  const { moderation, left, looks } = queueWith([good({})]);
  await moderation.queue.refresh();
  await moderation.take('c1', { ...nickname, refusal: 'impersonation' });
  expect(left()).toEqual([{ ...row, nickname: null }]);
  await moderation.take('c1', { ...picture, refusal: null });
  expect(left()).toEqual([]);
  expect(looks().map(({ input }) => input)).toEqual([
    { communityId: 'c1', ...nickname, refusal: 'impersonation' },
    { communityId: 'c1', ...picture, refusal: null },
  ]);
});

test('what does not wait any more leaves the list too, with a word about it', async () => {
  const { moderation, left } = queueWith([no('nothing_waiting')]);
  await moderation.queue.refresh();
  await moderation.take('c1', { ...nickname, refusal: null });
  expect(left()).toEqual([{ ...row, nickname: null }]);
  expect(moderation.store.getState().no?.code).toBe('nothing_waiting');
});

test('a look that did not come through stays to be taken, and two taps are one look', async () => {
  const { moderation, left, looks } = queueWith([no('slow_down', { seconds: 5 })]);
  await moderation.queue.refresh();
  const look = { ...nickname, refusal: null };
  await Promise.all([moderation.take('c1', look), moderation.take('c1', look)]);
  expect(left()).toEqual([row]);
  expect(looks()).toHaveLength(1);
});

test('a name that was chosen anew since is to be looked at', () => {
  expect(stillWaiting([{ ...row, nickname: { text: '新名字', since: 9 } }], [{ ...nickname, refusal: null }])).toHaveLength(1);
});
