// What I show of myself: one wish at a time, each with what became of it.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createMyProfile } from '#app/features/membership/create-my-profile';
import { createResource } from '#app/features/resource';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function profileWith(
  script: Readonly<Record<string, readonly ScriptedAnswer[]>>,
  shrinkPicture = async (source: string) => `small ${source}`,
) {
  const transport = scriptTransport(script);
  let refreshed = 0;
  const home = createResource(async () => {
    refreshed += 1;
    return { ok: true, value: {} as never };
  });
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const profile = createMyProfile({ caller, newId: countedIds(), home, shrinkPicture });
  return { profile, sent: transport.sent, refreshed: () => refreshed };
}

test.each([
  ['shown', ' 小林 ', '小林'],
  ['waiting', '老板', '老板'],
  ['masked', '  ', null],
] as const)('a name that is %s is told so, and the page asked for anew', async (state, typed, nickname) => {
  const { profile, sent, refreshed } = profileWith({ 'membership.showName': [good({ state })] });
  await profile.showName('c1', typed);
  expect(sent).toEqual([{ action: 'membership.showName', input: { communityId: 'c1', nickname }, requestId: 'tap-1' }]);
  expect(profile.store.getState()).toMatchObject({ busy: null, name: state, no: null });
  expect(refreshed()).toBe(1);
});

test('a name that was refused says why, and nothing else changes', async () => {
  const refused = no('content_refused', { path: 'nickname', label: 'abuse', word: '骂' });
  const { profile, refreshed } = profileWith({ 'membership.showName': [refused] });
  await profile.showName('c1', '骂骂');
  expect(profile.store.getState()).toMatchObject({ busy: null, name: null, no: { about: 'name', no: { code: 'content_refused' } } });
  expect(refreshed()).toBe(0);
  profile.dismiss();
  expect(profile.store.getState().no).toBeNull();
});

test('a picture is drawn small before it is sent', async () => {
  const { profile, sent } = profileWith({ 'membership.showAvatar': [good({ state: 'waiting' })] });
  await profile.showPicture('c1', 'wxfile://photo');
  expect(sent[0]?.input).toEqual({ communityId: 'c1', picture: 'small wxfile://photo' });
  expect(profile.store.getState().picture).toBe('waiting');
});

test('a picture that the phone cannot read is not sent', async () => {
  const { profile, sent } = profileWith({}, async () => null as never);
  await profile.showPicture('c1', 'wxfile://film');
  expect([sent, profile.store.getState()]).toEqual([[], expect.objectContaining({ isUnreadable: true, busy: null })]);
});

test('taking a picture back sends none', async () => {
  const { profile, sent } = profileWith({ 'membership.showAvatar': [good({ state: 'masked' })] });
  await profile.showPicture('c1', null);
  expect(sent[0]?.input).toEqual({ communityId: 'c1', picture: null });
});

test('two taps are one wish, and a lost answer is asked for again under the same id', async () => {
  const { profile, sent } = profileWith({ 'membership.showName': ['lost', 'lost', 'lost', good({ state: 'shown' })] });
  await Promise.all([profile.showName('c1', '小林'), profile.showName('c1', '小林')]);
  expect(profile.store.getState().no?.no.code).toBe('offline');
  await profile.showName('c1', '小林');
  expect(new Set(sent.map(({ requestId }) => requestId))).toEqual(new Set(['tap-1']));
  expect(profile.store.getState().name).toBe('shown');
});
