// Making a community, and binding a group: proofs are for one use, and a lost answer never makes two communities.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createCommunityForm } from '#app/features/community/create-community-form';
import { createGroupBinding } from '#app/features/community/create-group-binding';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function proofs(...texts: (string | null)[]): () => Promise<string | null> {
  let asked = 0;
  return () => {
    asked += 1;
    return Promise.resolve(texts[Math.min(asked, texts.length) - 1] ?? null);
  };
}

async function filledForm(answers: readonly ScriptedAnswer[], askForProof = proofs(null)) {
  const transport = scriptTransport({ 'community.create': answers });
  const made: string[] = [];
  const form = createCommunityForm({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    askForProof,
    onMade: (communityId) => {
      made.push(communityId);
      return Promise.resolve();
    },
  });
  await form.begin();
  const texts = {
    name: ' 青禾面包 ',
    theme: '好面包',
    promise: '每周都有本群价',
    organiser: '青禾面包房',
    contact: '13800000000',
    groupLabel: '早起 1 群',
  } as const;
  for (const [name, text] of Object.entries(texts)) form.type(name as keyof typeof texts, text);
  return { form, transport, made };
}

test('outside any group a community is made without one, in Shanghai from midnight', async () => {
  const { form, transport, made } = await filledForm([good({ communityId: 'c1', memberId: 'm1' })]);
  expect(form.store.getState().inGroup).toBe(false);
  await form.submit();
  expect(transport.sent[0]?.input).toEqual({
    name: '青禾面包',
    theme: '好面包',
    promise: '每周都有本群价',
    organiser: '青禾面包房',
    contact: '13800000000',
    zone: 'Asia/Shanghai',
    dayStartsMinutes: 0,
  });
  expect(made).toEqual(['c1']);
  expect(form.store.getState().made).toEqual({ communityId: 'c1', name: '青禾面包' });
});

test('opened from a group, the group is bound under the owner’s name for it, unless they say no', async () => {
  const { form, transport } = await filledForm(
    [no('try_again', { reference: 'r' }), good({ communityId: 'c1', memberId: 'm1' })],
    proofs('proof-1'),
  );
  await form.submit();
  expect(transport.sent[0]?.input).toMatchObject({ group: { proof: 'proof-1', label: '早起 1 群' } });
  const other = await filledForm([good({ communityId: 'c1', memberId: 'm1' })], proofs('proof-1'));
  other.form.choose({ bindsGroup: false });
  await other.form.submit();
  expect(other.transport.sent[0]?.input).not.toHaveProperty('group');
});

test('what is missing is marked at its field and nothing is sent', async () => {
  const { form, transport } = await filledForm([]);
  form.type('name', ' 禾 ');
  form.type('contact', '');
  await form.submit();
  expect(form.store.getState().problems).toEqual({ name: { problem: 'too_short', limit: 2 }, contact: { problem: 'too_short', limit: 5 } });
  expect(transport.sent).toEqual([]);
  form.type('name', '青禾');
  expect(form.store.getState().problems).toEqual({ contact: { problem: 'too_short', limit: 5 } });
});

test('a lost answer is asked for again with the same proof and the same id', async () => {
  const { form, transport } = await filledForm(
    ['lost', 'lost', 'lost', good({ communityId: 'c1', memberId: 'm1' })],
    proofs('proof-1', 'proof-2'),
  );
  await form.submit();
  expect(form.store.getState()).toMatchObject({ busy: false, no: { code: 'offline' }, texts: { theme: '好面包' } });
  await form.submit();
  expect(new Set(transport.sent.map(({ requestId }) => requestId))).toEqual(new Set(['tap-1']));
  expect(form.store.getState().made?.communityId).toBe('c1');
});

test('a proof that has grown old while the form was filled in is replaced once', async () => {
  const answers = [no('group_proof_expired', { seconds: 300 }), good({ communityId: 'c1', memberId: 'm1' })];
  const { form, transport } = await filledForm(answers, proofs('proof-1', 'proof-2'));
  await form.submit();
  expect(transport.sent.map(({ input }) => (input as { group: { proof: string } }).group.proof)).toEqual(['proof-1', 'proof-2']);
  expect(form.store.getState().made?.communityId).toBe('c1');
});

function bindingWith(answers: readonly ScriptedAnswer[], askForProof: () => Promise<string | null>) {
  const transport = scriptTransport({ 'community.bindGroup': answers });
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const binding = createGroupBinding({ caller, newId: countedIds(), askForProof, onBound: () => undefined });
  binding.type(' 早起 1 群 ');
  return { binding, transport };
}

test('a group is bound with a fresh proof', async () => {
  const { binding, transport } = bindingWith([good({ groupId: 'g1', label: '早起 1 群' })], proofs('proof-1'));
  await binding.bind('c1');
  expect(transport.sent[0]?.input).toEqual({ communityId: 'c1', proof: 'proof-1', label: '早起 1 群' });
  expect(binding.store.getState()).toMatchObject({ bound: '早起 1 群', label: '', busy: false });
});

test('outside a group nothing is sent, and the label stays', async () => {
  const { binding, transport } = bindingWith([], proofs(null));
  await binding.bind('c1');
  expect(transport.sent).toEqual([]);
  expect(binding.store.getState()).toMatchObject({ outside: true, label: ' 早起 1 群 ' });
});

test('a lost binding is tried again as the same request', async () => {
  const { binding, transport } = bindingWith(
    ['lost', 'lost', 'lost', good({ groupId: 'g1', label: '早起 1 群' })],
    proofs('proof-1', 'proof-2'),
  );
  await binding.bind('c1');
  await binding.bind('c1');
  expect(new Set(transport.sent.map(({ input, requestId }) => JSON.stringify([input, requestId]))).size).toBe(1);
  expect(binding.store.getState().bound).toBe('早起 1 群');
});
