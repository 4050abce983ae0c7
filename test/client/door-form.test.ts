// How people come in, as its owner writes it: only what is asked is sent, a refused question is marked at its field, and nothing typed is lost.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createDoor, isUnsaved } from '#app/features/community/create-door';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function doorWith(answers: readonly ScriptedAnswer[]) {
  const transport = scriptTransport({ 'community.setJoining': answers });
  let saved = 0;
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const onSaved = () => {
    saved += 1;
  };
  const door = createDoor({ caller, newId: countedIds(), here: () => ({ communityId: 'c1' }), onSaved });
  return { door, sent: transport.sent, saved: () => saved, state: () => door.form.getState() };
}

test('it begins with how people come in now, and with nothing asked where one tap does', () => {
  const { door, state } = doorWith([]);
  door.begin({ approval: true, questions: ['住哪里？'] });
  expect(state()).toMatchObject({ approval: true, questions: ['住哪里？', '', ''] });
  door.begin(undefined);
  expect(state()).toMatchObject({ approval: false, questions: ['', '', ''] });
});

test('empty fields ask nothing, and the same question twice is asked once', async () => {
  const { door, sent, saved, state } = doorWith([good({})]);
  door.choose(true);
  door.type(0, ' 住哪里？ ');
  door.type(2, '住哪里？');
  await door.save('c1');
  expect(sent[0]?.input).toEqual({ communityId: 'c1', approval: true, questions: ['住哪里？'] });
  expect([state().saved, saved()]).toEqual([true, 1]);
});

test('a question that may not be asked is marked at its own field and stays; typing takes the mark away', async () => {
  const { door, state } = doorWith([no('content_refused', { path: 'questions.1', label: 'promotion', word: '抽奖' })]);
  door.type(0, '住哪里？');
  door.type(2, '来抽奖吗？');
  await door.save('c1');
  expect(state()).toMatchObject({ questions: ['住哪里？', '', '来抽奖吗？'], saved: false });
  expect(state().problems).toEqual([null, null, { problem: 'content_refused', limit: null, word: '抽奖' }]);
  door.type(2, '怎么知道我们的？');
  expect(state()).toMatchObject({ problems: [null, null, null], no: null });
});

test('a question that is too long is not sent', async () => {
  const { door, sent, state } = doorWith([]);
  door.type(1, '问'.repeat(41));
  await door.save('c1');
  expect(sent).toEqual([]);
  expect(state().problems[1]).toEqual({ problem: 'too_long', limit: 40 });
});

test('what is chosen and typed counts as unsaved until newcomers are met so', async () => {
  const { door, state } = doorWith([good({})]);
  door.begin({ approval: true, questions: ['住哪里？'] });
  expect(isUnsaved(state())).toBe(false);
  door.choose(false);
  expect(isUnsaved(state())).toBe(true);
  door.choose(true);
  expect(isUnsaved(state())).toBe(false);
  door.type(1, '怎么知道我们的？');
  expect(isUnsaved(state())).toBe(true);
  await door.save('c1');
  expect(isUnsaved(state())).toBe(false);
});
