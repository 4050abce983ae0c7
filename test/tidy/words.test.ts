// The words of both languages: complete, in their own script, with their numbers, and nothing that the platform forbids.
import { describe, expect, test } from 'vitest';
import { en } from '#app/i18n/en';
import { policyWords } from '#app/i18n/owner/policy-words';
import { withOwnersWords } from '#app/i18n/owners-words';
import { sayCondition, sayNo, sayTerm } from '#app/i18n/say';
import type { SaidNo, Words } from '#app/i18n/words';
import { zhCn } from '#app/i18n/zh-cn';
import { refusalCodes } from '#core/refusals';
import type { ConditionData } from '#core/rules/campaign/condition';
import type { ParameterDeclaration } from '#core/rules/campaign/parameters';
import type { TermData } from '#core/rules/campaign/terms';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { judge } from '#core/rules/policy/judge';
import { plainFacts } from '../rules/policy/cases';
import { noData, numbersOf } from './said-no';
import { termData, termNumbers } from './said-terms';

/** The data of every condition of taking part. */
const conditionData: { readonly [Code in keyof ConditionData]: ConditionData[Code] } = {
  joined: {},
  running: { state: 'live', startsOn: '2026-03-01', endsOn: '2026-03-31' },
  in_group: { label: 'G7' },
  tier: { need: 'fan', have: 'core_fan' },
  tag: { tags: ['T7'] },
  streak: { need: 17, have: 41 },
  newcomer: { days: 17 },
  not_today: { on: '2026-03-11' },
  not_before: {},
  no_report_owed: {},
  member_limit: { max: 41, have: 17 },
  day_limit: { max: 41, have: 17 },
  stock: { reserved: 41, left: 17 },
  points: { price: 17, balance: 41 },
  not_staff: {},
  prize_place: { place: 17, points: 41, coupon: null },
};

/** Every text of a catalogue with the way to it; a function is asked with a small number in each place, or a day where it needs one. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    for (const sample of [3, '2026-03-01', [{ days: 7, points: 20 }]]) {
      try {
        const said: unknown = (value as (...samples: unknown[]) => unknown)(sample, sample, sample, sample);
        return typeof said === 'object' ? textsOf(said, path) : [[path, String(said)]];
      } catch {
        // Asked with the wrong kind of sample; the next one may do.
      }
    }
    throw new Error(`${path} cannot be asked`);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${path}.${name}`));
}

function sentencesOf(words: Words): [string, string][] {
  const nos = Object.entries(noData).flatMap(([code, data]) => textsOf(sayNo(words, { code, data }), `no.${code}`));
  const terms = Object.entries(termData).map(([code, data]): [string, string] => [`terms.${code}`, sayTerm(words, { code, data })]);
  const conditions = Object.entries(conditionData).map(([code, data]): [string, string] => [
    `conditions.${code}`,
    sayCondition(words, { code, data }),
  ]);
  const { no: _no, terms: _terms, conditions: _conditions, language: _language, ...rest } = withOwnersWords(words);
  return [...nos, ...terms, ...conditions, ...textsOf(rest, 'words'), ...textsOf(policyWords[words.language], 'policy')];
}

// Where nothing is to be said, nothing is said.
const mayBeEmpty = /\.(nextStep\.(rewarded|refused|reversed)|shared\.joint|space)$/;

/** The seal is a picture, and the same in every language. */
const isThePicture = (text: string) => text === '印';

describe.each([zhCn, en])('the words of $language', (words) => {
  const sentences = sentencesOf(words);

  test('there are many of them, and none is empty', () => {
    expect(sentences.length).toBeGreaterThan(400);
    expect(sentences.filter(([path, text]) => text.trim() === '' && !mayBeEmpty.test(path))).toEqual([]);
  });

  test('no value is left unsaid by mistake', () => {
    expect(sentences.filter(([, text]) => /undefined|null|NaN|\[object|\$\{/.test(text))).toEqual([]);
  });

  test.each(Object.entries(numbersOf))('the sentence of %s has its numbers', (code, numbers) => {
    const { reason, next } = sayNo(words, { code, data: noData[code as keyof SaidNo] });
    for (const number of numbers) expect(`${reason} ${next}`).toContain(number);
  });

  test('every refusal has a next step', () => {
    expect(refusalCodes.filter((code) => (sayNo(words, { code, data: noData[code] }).next ?? '') === '')).toEqual([]);
  });

  test.each(Object.entries(termNumbers))('the term %s has its numbers', (code, numbers) => {
    for (const number of numbers) expect(sayTerm(words, { code, data: termData[code as keyof TermData] })).toContain(number);
  });

  test.each(campaignTypeCodes)('every parameter of %s has its own words', (code) => {
    expect(Object.keys(words.campaignTypes[code].parameters)).toEqual(Object.keys(campaignTypes[code].parameters));
  });

  test.each(campaignTypeCodes)('a limit of %s that 0 takes away says so', (code) => {
    const limits = Object.entries(campaignTypes[code].parameters).filter(([, declaration]) => 'zeroIsNoLimit' in declaration);
    for (const [name] of limits) expect(words.campaignTypes[code].parameters[name]?.zero).toBeTruthy();
  });

  test('who comes before the first day is told from when those of their tier may', () => {
    const early = { tier: 'fan', have: 'core_fan', on: '2026-03-16', minutes: 605 } as const;
    const { next } = words.no.campaign_not_started({ startsOn: '2026-03-17', early });
    for (const said of [words.tiers.core_fan, '10:05', '16']) expect(next).toContain(said);
  });

  test.each(campaignTypeCodes)('every column of the tables of %s has its own words, and so has what can be chosen in it', (code) => {
    for (const [name, declaration] of Object.entries<ParameterDeclaration>(campaignTypes[code].parameters)) {
      if (declaration.kind !== 'rows') continue;
      const said = words.campaignTypes[code].parameters[name]?.columns ?? {};
      expect(Object.keys(said)).toEqual(Object.keys(declaration.columns));
      for (const [column, limits] of Object.entries(declaration.columns)) {
        if (limits.kind === 'choice') expect(Object.keys(said[column]?.options ?? {})).toEqual(limits.options);
      }
    }
  });

  test('at most one exclamation mark in a sentence, and none that shouts', () => {
    expect(sentences.filter(([, text]) => /[!！].*[!！]/.test(text))).toEqual([]);
  });
});

test('a code that this version does not know is said plainly', () => {
  expect(sayNo(zhCn, { code: 'from_the_future', data: {} }).reason).toBe(zhCn.no.unknown_action({ action: '' }).reason);
  expect(sayTerm(en, { code: 'toString', data: {} })).toBe(en.no.unknown_action({ action: '' }).reason);
});

test('English has no Chinese left in it', () => {
  const left = sentencesOf(en).filter(([, text]) => /[\p{Script=Han}，。！？：；「」（）]/u.test(text) && !isThePicture(text));
  expect(left).toEqual([]);
});

test('Chinese has Chinese marks between its characters', () => {
  const left = sentencesOf(zhCn).filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text));
  expect(left).toEqual([]);
});

/** What the platform and the advertising law forbid, and what would want a human look; see the operation rules 3.2.1, 5.1, 6.1.5. */
const forbidden = [
  ...[
    '转发领',
    '分享领',
    '分享后可',
    '分享解锁',
    '转发朋友圈',
    '分享朋友圈',
    '集赞',
    '不转不是',
    '天天领现金',
    '躺赚',
    '网赚',
    '日赚',
    '发展下线',
    '下级代理',
  ],
  ...[
    '团队奖',
    '团队佣金',
    '分销返佣',
    '拉人头',
    '抽奖',
    '大转盘',
    '刮刮乐',
    '砸金蛋',
    '盲盒',
    '手气',
    '中奖',
    '竞猜',
    '下注',
    '红包',
    '助力',
    '关注公众号',
  ],
  ...['加好友领', '加微信领', '进群领', '订阅领', '下载领', '微信官方', '腾讯官方', '系统通知', '刷票', '打榜'],
  ...[
    '国家级',
    '最高',
    '最佳',
    '最低',
    '最好',
    '最大',
    '最强',
    '最便宜',
    '最划算',
    '顶级',
    '极品',
    '全国第一',
    '销量第一',
    '万能',
    '百分百',
    '零风险',
  ],
  ...['免费', '原价', '特供价', '秒杀', '清仓', '仅剩', '限量', '瓜分', '神券', '唯一', '绝对', '永久'],
];

const forbiddenEnglish = [
  /\bfree\b/i,
  /\blotter/i,
  /\bjackpot/i,
  /\blucky\b/i,
  /\bprize draw/i,
  /\bthe best\b/i,
  /\bcheapest\b/i,
  /\bguaranteed?\b/i,
  /\bhurry\b/i,
  /\blast chance\b/i,
];

test.each([zhCn, en])('no sentence of $language breaks a rule that an owner’s campaign is held to', (words) => {
  const texts = sentencesOf(words).map(([path, text]) => ({ path, text }));
  expect(judge({ ...plainFacts, texts }).filter(({ severity }) => severity === 'block')).toEqual([]);
});

test('no sentence says what the platform forbids, however it is spaced', () => {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\u200b-\u200d]/gu, '');
  const found = sentencesOf(zhCn).flatMap(([path, text]) =>
    forbidden.filter((word) => plain(text).includes(word)).map((word) => `${path}: ${word} in ${text}`),
  );
  expect(found).toEqual([]);
  expect(sentencesOf(zhCn).filter(([, text]) => /亲[,，们爱]/u.test(text))).toEqual([]);
  expect(sentencesOf(en).filter(([, text]) => forbiddenEnglish.some((pattern) => pattern.test(text)))).toEqual([]);
});
