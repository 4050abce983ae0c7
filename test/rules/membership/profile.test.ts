// A profile, step by step: what others see, what waits for a look, and which pictures nobody refers to any more.
import { describe, expect, test } from 'vitest';
import { isEmptyProfile, judgeWaiting, openProfile, picturesOf, showNickname, showPicture } from '#core/rules/membership/profile';
import type { ProfileDocument } from '#core/tables';

const empty = openProfile('c', 'anna', null);
const first = { pictureId: 'p1', address: 'c/p1' };
const second = { pictureId: 'p2', address: 'c/p2' };
const passed = { passed: true, traceId: null };
const review = { passed: false, traceId: 'trace-1' };

describe('a nickname', () => {
  test('that passed is shown at once', () => {
    expect(showNickname(empty, '小林', true, 5)).toMatchObject({ nickname: '小林', waiting: { nickname: null }, waitingSince: null });
  });

  test('that needs a look waits, and the one before it stays on show', () => {
    const before = showNickname(empty, '小林', true, 5);
    const after = showNickname(before, '小林一号', false, 7);
    expect(after).toMatchObject({ nickname: '小林', waiting: { nickname: { text: '小林一号', since: 7 } }, waitingSince: 7 });
  });

  test('is taken back with all that waits and all that was refused', () => {
    const refused = judgeWaiting(showNickname(empty, '甲', false, 5), 'nickname', 5, 'offensive')?.profile ?? empty;
    expect(refused.refused.nickname).toBe('offensive');
    const waiting = showNickname(refused, '乙', false, 6);
    expect(waiting.refused.nickname).toBeNull();
    expect(isEmptyProfile(showNickname(waiting, null, true, 7))).toBe(true);
  });
});

describe('a picture', () => {
  test('that passed takes the place of the one before, which is discarded', () => {
    const shown = showPicture(showPicture(empty, first, passed, 5).profile, second, passed, 6);
    expect(shown).toMatchObject({ profile: { picture: second, traceId: null }, discarded: [first] });
  });

  test('that needs a look waits under its trace, and the one before stays on show', () => {
    const shown = showPicture(showPicture(empty, first, passed, 5).profile, second, review, 6);
    expect(shown).toMatchObject({ profile: { picture: first, traceId: 'trace-1', waitingSince: 6 }, discarded: [] });
    expect(picturesOf(shown.profile)).toEqual([first, second]);
  });

  test('that waits is discarded for the next', () => {
    const waiting = showPicture(empty, first, review, 5).profile;
    expect(showPicture(waiting, second, review, 6).discarded).toEqual([first]);
  });

  test('is taken back whole: shown and waiting', () => {
    const both = showPicture(showPicture(empty, first, passed, 5).profile, second, review, 6).profile;
    const { profile, discarded } = showPicture(both, null, passed, 7);
    expect(discarded).toEqual([second, first]);
    expect(isEmptyProfile(profile)).toBe(true);
  });

  test('that comes again is not discarded', () => {
    const shown = showPicture(empty, first, passed, 5).profile;
    expect(showPicture(shown, first, passed, 6).discarded).toEqual([]);
  });
});

describe('a look', () => {
  const waiting = showPicture(showNickname(empty, '小林', false, 5), first, review, 6).profile;

  test('lets a nickname through, or keeps the reason why not', () => {
    expect(judgeWaiting(waiting, 'nickname', 5, null)?.profile).toMatchObject({ nickname: '小林', waitingSince: 6 });
    expect(judgeWaiting(waiting, 'nickname', 5, 'private')?.profile).toMatchObject({ nickname: null, refused: { nickname: 'private' } });
  });

  test('lets a picture through and discards the one before; a picture that is refused is discarded itself', () => {
    const before = { ...waiting, picture: second };
    expect(judgeWaiting(before, 'picture', 6, null)).toMatchObject({ profile: { picture: first, traceId: null }, discarded: [second] });
    expect(judgeWaiting(before, 'picture', 6, 'other')).toMatchObject({ profile: { picture: second }, discarded: [first] });
  });

  test.each(['nickname', 'picture'] as const)('at a %s that does not wait any more changes nothing', (shown) => {
    expect(judgeWaiting(waiting, shown, 99, null)).toBeNull();
    expect(judgeWaiting(empty, shown, 5, null)).toBeNull();
  });
});

test('a profile of before pictures is a nickname and nothing else', () => {
  const old = { id: 'c/profile/anna', memberId: 'anna', nickname: '小林' } as ProfileDocument;
  expect(openProfile('c', 'anna', old)).toEqual({ ...empty, nickname: '小林' });
});
