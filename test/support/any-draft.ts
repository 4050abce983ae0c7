// Any draft of a campaign type that could be published: made from the type's own declarations.
import fc from 'fast-check';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CampaignType } from '#core/rules/campaign/define-type';
import {
  type CampaignParameters,
  type Cell,
  type ColumnDeclaration,
  defaultParameters,
  type ParameterDeclaration,
  type ParameterValue,
  parameterProblems,
  type Row,
  type RowsDeclaration,
} from '#core/rules/campaign/parameters';
import { addDays } from '#core/values/day';
import { writeWeekdays } from '#core/values/weekdays';

/** The days of every such draft. */
export const draftWindow = { startsOn: '2026-03-01', endsOn: '2026-03-31' };

/** A day before, in or after the window. */
export const anyDay = fc.integer({ min: -20, max: 60 }).map((days) => addDays(draftWindow.startsOn, days));

const anyText = ({ min, max }: { readonly min: number; readonly max: number }) =>
  fc.string({ unit: fc.constantFrom(...'早起面包咖啡苹果一二三四五六七八九十'), minLength: min, maxLength: Math.min(max, min + 8) });

function anyCell(column: ColumnDeclaration): fc.Arbitrary<Cell> {
  if (column.kind === 'choice') return fc.constantFrom(...column.options);
  return column.kind === 'text' ? anyText(column) : fc.integer({ min: column.min, max: Math.min(column.max, column.min + 29) });
}

function anyRows(declaration: RowsDeclaration): fc.Arbitrary<readonly Row[]> {
  const { columns, lengthMin, lengthMax, increasing } = declaration;
  const cells = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, anyCell(column)]));
  const bounds = { minLength: lengthMin, maxLength: lengthMax };
  if (increasing === undefined) return fc.array(fc.record(cells), bounds);
  return fc
    .uniqueArray(fc.record(cells), { ...bounds, selector: (row) => row[increasing] })
    .map((rows) => [...rows].sort((a, b) => Number(a[increasing]) - Number(b[increasing])));
}

function anyValue(declaration: ParameterDeclaration): fc.Arbitrary<ParameterValue> {
  switch (declaration.kind) {
    case 'day':
      return anyDay;
    case 'switch':
      return fc.constantFrom(0, 1);
    case 'choice':
      return fc.constantFrom(...declaration.options);
    case 'text':
      return anyText(declaration);
    case 'weekdays':
      return fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: declaration.max }).map(writeWeekdays);
    case 'rows':
      return anyRows(declaration);
    default: {
      const { min, max } = declaration;
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 12) }), fc.integer({ min, max }));
    }
  }
}

/** What a new form begins with, once the texts that only the owner can know are written. */
export function writtenDefaults(
  type: CampaignType,
  window: { readonly startsOn: string; readonly endsOn: string } = draftWindow,
): CampaignParameters {
  const written = Object.entries(type.parameters).flatMap(([name, declaration]) =>
    declaration.kind === 'text' && declaration.default === '' ? [[name, '早'.repeat(declaration.min)]] : [],
  );
  return { ...defaultParameters(type.parameters, window), ...Object.fromEntries(written) };
}

/** A draft of a type with parameters that could be published. */
export function anyDraft(type: CampaignType): fc.Arbitrary<CampaignDraft> {
  const values = Object.fromEntries(Object.entries(type.parameters).map(([name, declaration]) => [name, anyValue(declaration)]));
  return fc
    .record(values)
    .map((parameters): CampaignDraft => {
      const fixed = { type: type.code as CampaignDraft['type'], title: '活动', summary: '', ...draftWindow, groupId: null };
      return { ...fixed, parameters: parameters as CampaignParameters };
    })
    .filter(
      (draft) =>
        parameterProblems(type.parameters, draft.parameters).length === 0 && type.check(draft, draft.parameters as never).length === 0,
    );
}
