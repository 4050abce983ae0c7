// What is said about a community: checked beside its field, refused at its field, and typed text is never lost.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { refusedProblem } from '#app/features/community/community-texts';
import { createAboutForm, isUnsaved } from '#app/features/community/create-about-form';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const now = { name: '青禾面包', theme: '好面包', promise: '每周都有本群价', organiser: '青禾面包房', contact: '13800000000' };

function formWith(answers: readonly ScriptedAnswer[]) {
  const transport = scriptTransport({ 'community.describe': answers });
  let saved = 0;
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const form = createAboutForm({
    caller,
    newId: countedIds(),
    onSaved: () => {
      saved += 1;
    },
  });
  form.begin(now);
  return { form, sent: transport.sent, saved: () => saved };
}

test('what is said now is changed and saved whole', async () => {
  const { form, sent, saved } = formWith([good({})]);
  form.type('promise', ' 每天都有本群价 ');
  await form.submit('c1');
  expect(sent[0]?.input).toEqual({ communityId: 'c1', ...now, promise: '每天都有本群价' });
  expect([form.store.getState().saved, saved()]).toEqual([true, 1]);
});

test('licences are kept as they are recorded, and are no text at all where there are none', async () => {
  const { form, sent } = formWith([good({}), good({})]);
  form.begin({ ...now, licences: '食品经营许可证 1' });
  await form.submit('c1');
  form.type('licences', '  ');
  await form.submit('c1');
  expect(sent.map(({ input }) => input)).toEqual([
    { communityId: 'c1', ...now, licences: '食品经营许可证 1' },
    { communityId: 'c1', ...now },
  ]);
});

test('a text that is too short is not sent', async () => {
  const { form, sent } = formWith([]);
  form.type('contact', '110');
  await form.submit('c1');
  expect([sent, form.store.getState().problems]).toEqual([[], { contact: { problem: 'too_short', limit: 5 } }]);
});

test('a text that may not be shown is marked at its field and stays; typing takes the mark away', async () => {
  const { form } = formWith([no('content_refused', { path: 'promise', label: 'promotion', word: '抽奖' })]);
  form.type('promise', '每天都有抽奖');
  await form.submit('c1');
  expect(form.store.getState()).toMatchObject({
    texts: { promise: '每天都有抽奖' },
    problems: { promise: { problem: 'content_refused', word: '抽奖' } },
    saved: false,
  });
  form.type('promise', '每天都有本群价');
  expect(form.store.getState()).toMatchObject({ problems: {}, no: null });
});

test.each([
  ['group.label', { groupLabel: { problem: 'content_refused', limit: null, word: null } }],
  ['label', { groupLabel: { problem: 'content_refused', limit: null, word: null } }],
  ['name', { name: { problem: 'content_refused', limit: null, word: null } }],
  ['something.new', {}],
])('a refusal of %s stands at its own field', (path, problems) => {
  expect(refusedProblem({ ok: false, code: 'content_refused', data: { path, label: 'abuse', word: null } })).toEqual(problems);
});

test('what is typed counts as unsaved until others read it, or until it is what they read already', async () => {
  const { form } = formWith([no('content_refused', { path: 'theme', label: 'promotion', word: '好' }), good({})]);
  const open = () => isUnsaved(form.store.getState());
  expect(open()).toBe(false);
  form.type('theme', '更好的面包');
  expect(open()).toBe(true);
  form.type('theme', now.theme);
  expect(open()).toBe(false);
  form.type('theme', '更好的面包');
  await form.submit('c1');
  expect(open()).toBe(true);
  await form.submit('c1');
  expect(open()).toBe(false);
});
