// The word lists: found however a word is written, and not where it is harmless; and what follows from a content check.
import { describe, expect, test } from 'vitest';
import { contentNotes, contentRefusal, notesBeside, type TextVerdict } from '#core/rules/policy/content';
import { findWord, plainText } from '#core/rules/policy/find-words';
import { type WordGroup, wordGroups } from '#core/rules/policy/word-lists';

const everywhere = (severity: WordGroup['severity']) =>
  wordGroups.filter((group) => group.where === 'everywhere' && group.severity === severity).flatMap(({ words }) => words);
const blockedWords = everywhere('block');
const ambiguousWords = everywhere('warn');
const written = (word: string) => word.replace('#', '5');

describe('a blocked word', () => {
  test.each(blockedWords.map(({ word }) => word))('%s is found as it is, spaced, punctuated and with characters nobody sees', (word) => {
    const characters = [...written(word)];
    for (const between of ['', ' ', '·', '\u200b', '，', '\u3000', '😀']) {
      expect(findWord(`今天${characters.join(between)}哦`)).toMatchObject({ kind: 'blocked' });
    }
  });

  test('is found in wide letters and in capitals', () => {
    expect(findWord('１００％有效')).toEqual({ word: '100%有效', kind: 'blocked' });
    expect(plainText('ＡＢＣ d-e')).toBe('abcde');
  });

  test('counts before one that only needs a look', () => {
    expect(findWord('免费抽奖')).toEqual({ word: '抽奖', kind: 'blocked' });
  });
});

describe('an ambiguous word', () => {
  test.each(ambiguousWords)('$word asks for a look, unless it stands in a harmless phrase', ({ word, except = [] }) => {
    expect(findWord(`今天${written(word)}。`)).toMatchObject({ kind: 'ambiguous' });
    for (const phrase of except) expect(findWord(`今天${written(phrase)}。`), phrase).toBeNull();
  });

  test('is seen beside a harmless phrase, and two halves around one do not become a word', () => {
    expect(findWord('第一次来，全城第一')).toMatchObject({ word: '第一' });
    expect(findWord('第第一次一')).toBeNull();
  });
});

test('a harmless phrase around a blocked word is not found', () => {
  for (const { word, except = [] } of blockedWords) for (const phrase of except) expect(findWord(`今天${phrase}。`), word).toBeNull();
});

test('no word stands in two groups that are watched in the same place', () => {
  const all = wordGroups.flatMap(({ rule, words }) => words.map(({ word }) => `${rule} ${word}`));
  expect(all.filter((word, place) => all.indexOf(word) !== place)).toEqual([]);
});

test.each([
  '每日打卡，连续七天得 20 积分',
  '邀请好友一起签到：好友完成首次签到后，你和 TA 各得 2 元券（每人最多 5 张，5 月 31 日前到店使用）',
  '满 30 减 5',
  '新人礼',
  '第一次打卡有礼',
  'Fresh fruit every day',
])('an honest campaign passes: %s', (text) => expect(findWord(text)).toBeNull());

const verdict = (result: TextVerdict['result'], word: string | null = null): TextVerdict => ({ result, label: 'fraud', word });

describe('what follows from a check', () => {
  const checked = [
    { path: 'draft.title', verdict: verdict('review', '免费') },
    { path: 'draft.summary', verdict: verdict('risky', '抽奖') },
    { path: 'draft.more', verdict: verdict('pass') },
  ];

  test('is a refusal at the first text that may not be said', () => {
    expect(contentRefusal(checked)).toEqual({
      code: 'content_refused',
      data: { path: 'draft.summary', label: 'fraud', word: '抽奖' },
    });
    expect(contentRefusal(checked.slice(0, 1))).toBeNull();
  });

  test('is a note for every text that needs a look', () => {
    expect(contentNotes(checked)).toEqual([{ path: 'draft.title', word: '免费' }]);
  });

  test("concerns a campaign where it is the community's own, or the label of the campaign's own group", () => {
    const notes = [
      { path: 'name', word: null },
      { path: 'groups.g1', word: '免费' },
      { path: 'groups.g2', word: null },
    ];
    expect(notesBeside(notes, 'g1')).toEqual([
      { path: 'community.name', word: null },
      { path: 'groupId', word: '免费' },
    ]);
    expect(notesBeside(notes, null)).toEqual([{ path: 'community.name', word: null }]);
  });
});
