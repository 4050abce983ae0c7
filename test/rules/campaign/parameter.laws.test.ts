// The laws of parameters, run on every registered type: each is taken to its limits and not beyond.
import { describe, expect, test } from 'vitest';
import {
  type CampaignParameters,
  type Cell,
  type ColumnDeclaration,
  type ParameterDeclaration,
  parameterProblems,
  type Row,
  type RowsDeclaration,
} from '#core/rules/campaign/parameters';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { writeWeekdays } from '#core/values/weekdays';
import { writtenDefaults } from '../../support/any-draft';

interface ParameterCheck {
  readonly name: string;
  problemsWith(value: unknown): string[];
}

function checkNumber({ name, problemsWith }: ParameterCheck, { min, max }: { readonly min: number; readonly max: number }): void {
  expect(problemsWith(min)).not.toContain(`${name} too_small`);
  expect(problemsWith(max)).not.toContain(`${name} too_large`);
  expect(problemsWith(min - 1)).toContain(`${name} too_small`);
  expect(problemsWith(max + 1)).toContain(`${name} too_large`);
  expect(problemsWith(min + 0.5)).toContain(`${name} malformed`);
  expect(problemsWith('five')).toContain(`${name} malformed`);
}

/** A table takes every column to its limits, as many rows as it may have, and no row that is out of order. */
function checkRows({ name, problemsWith }: ParameterCheck, { columns, lengthMin, lengthMax, increasing }: RowsDeclaration): void {
  const least = (limits: ColumnDeclaration): Cell =>
    limits.kind === 'choice' ? limits.default : limits.kind === 'text' ? '早'.repeat(limits.min) : limits.min;
  const base: Row = Object.fromEntries(Object.entries(columns).map(([column, limits]) => [column, least(limits)]));
  const rowAt = (index: number): Row => (increasing === undefined ? base : { ...base, [increasing]: Number(base[increasing]) + index });
  const rows = Array.from({ length: lengthMax + 1 }, (_, index) => rowAt(index));
  expect(problemsWith(5)).toEqual([`${name} malformed`]);
  expect(problemsWith(rows.slice(0, lengthMax))).toEqual([]);
  expect(problemsWith(rows)).toEqual([`${name} too_many`]);
  if (lengthMin > 0) expect(problemsWith(rows.slice(0, lengthMin - 1))).toEqual([`${name} too_few`]);
  const enough = Math.max(lengthMin, 1);
  const withFirst = (part: Row) => rows.slice(0, enough).map((row, index) => (index === 0 ? { ...row, ...part } : row));
  for (const [column, limits] of Object.entries(columns)) {
    if (limits.kind === 'choice') {
      for (const option of limits.options) expect(problemsWith(withFirst({ [column]: option }))).toEqual([]);
      expect(problemsWith(withFirst({ [column]: 'surprise' }))).toContain(`${name}.0.${column} malformed`);
      continue;
    }
    const { when } = limits;
    const counts: Row = when === undefined ? {} : { [when.column]: when.is[0] ?? '' };
    const beyond = limits.kind === 'text' ? '早'.repeat(limits.max + 1) : limits.max + 1;
    const problem = limits.kind === 'text' ? 'too_long' : 'too_large';
    expect(problemsWith(withFirst({ ...counts, [column]: beyond }))).toEqual([`${name}.0.${column} ${problem}`]);
    if (limits.kind !== 'text')
      expect(problemsWith(withFirst({ ...counts, [column]: limits.min - 1 }))).toEqual([`${name}.0.${column} too_small`]);
  }
  expect(problemsWith(withFirst({ surprise: 1 }))).toEqual([`${name} malformed`]);
  if (increasing !== undefined && lengthMax > 1) expect(problemsWith([...rows.slice(0, 2)].reverse())).toEqual([`${name} not_in_order`]);
}

function checkParameter(check: ParameterCheck, declaration: ParameterDeclaration): void {
  const { name, problemsWith } = check;
  if (declaration.kind === 'day') expect(problemsWith('2026-02-29')).toEqual([`${name} not_a_day`]);
  else if (declaration.kind === 'rows') checkRows(check, declaration);
  else if (declaration.kind === 'choice') {
    for (const option of declaration.options) expect(problemsWith(option)).not.toContain(`${name} malformed`);
    expect(problemsWith('surprise')).toContain(`${name} malformed`);
    expect(problemsWith(1)).toContain(`${name} malformed`);
  } else if (declaration.kind === 'weekdays') {
    const week = [0, 1, 2, 3, 4, 5, 6];
    for (const weekday of week) expect(problemsWith(writeWeekdays([weekday]))).toEqual([]);
    expect(problemsWith(writeWeekdays(week.slice(0, declaration.max)))).toEqual([]);
    expect(problemsWith(writeWeekdays(week.slice(0, declaration.max + 1)))).toEqual([`${name} too_large`]);
    for (const value of ['surprise', '', 1]) expect(problemsWith(value)).toEqual([`${name} malformed`]);
  } else if (declaration.kind === 'text') {
    const { min, max } = declaration;
    expect(problemsWith('早'.repeat(max))).toEqual([]);
    expect(problemsWith('早'.repeat(max + 1))).toEqual([`${name} too_long`]);
    expect(problemsWith('')).toEqual(min === 0 ? [] : [`${name} missing`]);
    expect(problemsWith(5)).toEqual([`${name} malformed`]);
  } else checkNumber(check, declaration.kind === 'switch' ? { min: 0, max: 1 } : declaration);
}

describe.each(campaignTypeCodes)('a campaign of type %s', (code) => {
  const type = campaignTypes[code];

  test('takes each parameter to its limits and not beyond, and no other', () => {
    let parameters: Record<string, unknown> = { ...writtenDefaults(type) };
    const problemsIn = (held: Record<string, unknown>) =>
      parameterProblems(type.parameters, held as CampaignParameters).map(({ path, problem }) => `${path} ${problem}`);
    for (const [name, declaration] of Object.entries(type.parameters)) {
      const conditions = [declaration.when ?? []].flat().map(({ parameter, is: [first] }) => ({ [parameter]: first }));
      const ways = (conditions.length === 0 ? [{}] : conditions).map((condition) => ({ ...parameters, ...condition }));
      for (const held of ways) {
        const { [name]: _left, ...without } = held;
        expect(problemsIn(without)).toContain(`${name} missing`);
        checkParameter({ problemsWith: (value) => problemsIn({ ...held, [name]: value }), name }, declaration);
        parameters = held;
      }
    }
    expect(problemsIn({ ...parameters, surprise: 1 })).toEqual(['surprise malformed']);
    expect(problemsIn({ ...parameters, toString: 1 })).toEqual(['toString malformed']);
  });
});
