// The owner's form of a campaign: made from declarations, and read back with each problem at its field.
import { describe, expect, test } from 'vitest';
import {
  askedColumns,
  type CampaignForm,
  type Draft,
  declarationsOf,
  formOf,
  type OfferedType,
  type RowText,
  readForm,
  withDay,
} from '#app/features/campaign/campaign-form';
import { en } from '#app/i18n/en';
import { valueText } from '#app/i18n/say-change';
import { zhCn } from '#app/i18n/zh-cn';
import { countsIn, type RowsDeclaration } from '#core/rules/campaign/parameters';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { writtenDefaults } from '../support/any-draft';
import { offeredType } from '../support/offered-types';

function formFor(type: OfferedType, fields: CampaignForm['fields'] = {}): CampaignForm {
  const form = formOf({ ...type.start, title: '满 30 减 5' }, declarationsOf(type));
  return { ...form, fields: { ...form.fields, ...fields } };
}

function problemsOf(type: OfferedType, fields: CampaignForm['fields']): Record<string, string> {
  const { problems } = readForm(formFor(type, fields), declarationsOf(type));
  return Object.fromEntries(problems.map(({ path, problem }) => [path, problem]));
}

describe.each(campaignTypeCodes)('the form of %s', (code) => {
  const type = offeredType(code);

  test('has a field for everything that the type declares, and nothing else', () => {
    expect(Object.keys(formFor(type).fields)).toEqual(Object.keys(type.parameters));
  });

  test('reads back the very draft that it was made from, without what was not asked for', () => {
    const written = writtenDefaults(campaignTypes[code], type.start);
    const start: OfferedType = { ...type, start: { ...type.start, parameters: { ...written } as OfferedType['start']['parameters'] } };
    const { draft, problems } = readForm(formFor(start), declarationsOf(type));
    expect(problems).toEqual([]);
    const asked = Object.entries(written).filter(([name]) => countsIn(name, declarationsOf(type), written));
    expect(draft).toEqual({ ...type.start, parameters: Object.fromEntries(asked), title: '满 30 减 5' });
  });
});

test('a type that nobody has drawn before gets its form from its declarations alone', () => {
  const type = {
    code: 'coupon_drop',
    parameters: {
      reach: { kind: 'count', min: 1, max: 9, default: 3 },
      price: { kind: 'fen', min: 0, max: 900, default: 150 },
      shape: { kind: 'polygon' },
    },
    start: { ...offeredType('coupon_drop').start, parameters: { reach: 3, price: 150, shape: 'round' } },
  } as unknown as OfferedType;
  const declarations = declarationsOf(type);
  const form = formFor(type);
  expect(form.fields).toEqual({ reach: '3', price: '1.50' });
  const { draft } = readForm(form, declarations, { shape: 'round' });
  expect(draft?.parameters).toEqual({ reach: 3, price: 150, shape: 'round' });
});

test('a switch is off until it is turned on, and is sent as nothing or one', () => {
  const type = offeredType('coupon_drop');
  const rushOf = (fields: CampaignForm['fields']) => readForm(formFor(type, fields), declarationsOf(type)).draft?.parameters['rush'];
  expect(formFor(type).fields['rush']).toBe('0');
  expect(rushOf({})).toBe(0);
  expect(rushOf({ rush: '1' })).toBe(1);
});

test('amounts are typed in yuan and sent in fen', () => {
  const type = offeredType('coupon_drop');
  expect(formFor(type).fields).toMatchObject({ amountOffFen: '5', thresholdFen: '30' });
  const { draft } = readForm(formFor(type, { amountOffFen: '0.1', thresholdFen: '0.2' }), declarationsOf(type));
  expect(draft?.parameters).toMatchObject({ amountOffFen: 10, thresholdFen: 20 });
});

test('each problem of typing stands at its own field', () => {
  expect(problemsOf(offeredType('coupon_drop'), { amountOffFen: '5.001', thresholdFen: '三十', stock: '', perMemberMax: '99' })).toEqual({
    amountOffFen: 'too_precise',
    thresholdFen: 'not_money',
    stock: 'missing',
    perMemberMax: 'too_large',
  });
});

test('a problem says the limit of its declaration', () => {
  const type = offeredType('coupon_drop');
  const { problems } = readForm(formFor(type, { perMemberMax: '21' }), declarationsOf(type));
  expect(problems).toEqual([{ path: 'perMemberMax', problem: 'too_large', limit: 20 }]);
});

test('a ladder names the step and the side that is wrong, and out of order as a whole', () => {
  const type = offeredType('checkin_plan');
  const step = (days: string, points: string): RowText => ({ key: `${days}-${points}`, cells: { days, points } });
  expect(problemsOf(type, { milestones: [step('7', '20'), step('', 'x')] })).toEqual({
    'milestones.1.days': 'missing',
    'milestones.1.points': 'not_whole',
  });
  expect(problemsOf(type, { milestones: [step('21', '80'), step('7', '20')] })).toEqual({ milestones: 'not_in_order' });
});

test('a title must have two characters when the blanks around it are gone', () => {
  const type = offeredType('checkin_plan');
  const { problems } = readForm({ ...formFor(type), title: ' 券 ' }, declarationsOf(type));
  expect(problems).toEqual([{ path: 'title', problem: 'too_short', limit: 2 }]);
  const trimmed = readForm({ ...formFor(type), title: ' 早起 ' }, declarationsOf(type)).draft as Draft;
  expect(trimmed.title).toBe('早起');
});

test('days that stood on the default of the window move with it, chosen ones stay', () => {
  const type = offeredType('coupon_drop');
  const declarations = declarationsOf(type);
  const moved = withDay(formFor(type), declarations, 'endsOn', '2026-04-15');
  expect(moved).toMatchObject({ endsOn: '2026-04-15', fields: { useFromOn: '2026-03-01', useUntilOn: '2026-04-15' } });
  const chosen = withDay(formFor(type, { useUntilOn: '2026-05-01' }), declarations, 'endsOn', '2026-04-15');
  expect(chosen.fields.useUntilOn).toBe('2026-05-01');
});

test('a campaign cannot end before it begins', () => {
  const type = offeredType('checkin_plan');
  const { problems } = readForm({ ...formFor(type), endsOn: '2026-02-01' }, declarationsOf(type));
  expect(problems).toEqual([{ path: 'endsOn', problem: 'not_in_order', limit: '2026-03-01' }]);
});

test('rest days are any weekdays, and those that were stored before are typed and sent as they were', () => {
  const type = offeredType('checkin_plan');
  const declarations = declarationsOf(type);
  const sent = (rest: string) => readForm({ ...formFor(type, { more: '1', rest }), title: '早起' }, declarations).draft?.parameters['rest'];
  for (const rest of ['none', 'weekend', 'sunday', 'monday+thursday']) expect(sent(rest)).toBe(rest);
  expect(problemsOf(type, { more: '1', rest: 'monday+tuesday+wednesday+thursday' })).toEqual({ rest: 'too_large' });
  const said = (words: typeof zhCn, rest: string) => valueText(words, 'checkin_plan', 'rest', 'weekdays', rest);
  expect([said(zhCn, 'monday+thursday'), said(zhCn, 'weekend'), said(zhCn, 'none')]).toEqual(['周一、周四', '周六、周日', '没有']);
  expect(said(en, 'monday+thursday')).toBe('Mon, Thu');
  expect(zhCn.terms.check_in_rest({ weekdays: [0, 3] })).toContain('休息日：周一、周四。');
  expect(en.terms.check_in_rest({ weekdays: [0, 3] })).toContain('Rest days: Mondays, Thursdays.');
});

describe('a table whose rows choose', () => {
  const type = offeredType('season_prize');
  const row = (cells: Record<string, string>): RowText => ({ key: 'row-0', cells });
  const read = (cells: Record<string, string>) => readForm(formFor(type, { ranks: [row(cells)] }), declarationsOf(type));

  test('asks and reads only what the choice of each row asks for, and begins with its default', () => {
    const ranks = declarationsOf(type).ranks as RowsDeclaration;
    const asked = (cells: Record<string, string>) => askedColumns(ranks, row(cells)).map(([name]) => name);
    expect(asked({})).toEqual(['untilRank', 'gives', 'points']);
    expect(asked({ gives: 'service' })).toEqual(['untilRank', 'gives', 'item', 'validDays']);
    expect(read({ untilRank: '3', points: '20', item: '豆浆' }).draft?.parameters.ranks).toEqual([
      { untilRank: 3, gives: 'points', points: 20 },
    ]);
    const off = { untilRank: '1', gives: 'amount_off', amountOffFen: '5', thresholdFen: '30', validDays: '7', points: '20' };
    expect(read(off).draft?.parameters.ranks).toEqual([
      { untilRank: 1, gives: 'amount_off', amountOffFen: 500, thresholdFen: 3_000, validDays: 7 },
    ]);
  });

  test('says at its cell what is missing', () => {
    const { draft, problems } = read({ untilRank: '1', gives: 'gift', thresholdFen: '0', validDays: '7' });
    expect([draft, problems]).toEqual([null, [{ path: 'ranks.0.item', problem: 'missing' }]]);
  });
});
