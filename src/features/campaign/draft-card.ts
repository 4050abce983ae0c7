// What stands on the card of a campaign that is still being written: what can be read counts, the rest is as if it were nothing.
import { type CampaignForm, type Declarations, readParameters } from '#app/features/campaign/campaign-form';
import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import type { ColumnDeclaration, ParameterDeclaration, ParameterValue, Row } from '#core/rules/campaign/parameters';

/** The value of a field that cannot be read. */
function nothingOf({ kind }: Pick<ParameterDeclaration | ColumnDeclaration, 'kind'>, form: CampaignForm): ParameterValue {
  switch (kind) {
    case 'rows':
      return [];
    case 'text':
    case 'choice':
    case 'weekdays':
      return '';
    case 'day':
      return form.endsOn;
    default:
      return 0;
  }
}

/** A row with something in each of its columns. */
function wholeRow(columns: Readonly<Record<string, ColumnDeclaration>>, row: Row, form: CampaignForm): Row {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, row[name] ?? (nothingOf(column, form) as string | number)]),
  );
}

/**
 * The card of a form as it is typed.
 * @param untitled stands in for a title that has not been written
 * @param groupLabel what its group is called; null for everybody
 */
export function draftCard(form: CampaignForm, declarations: Declarations, untitled: string, groupLabel: string | null): PicturedCard {
  const { parameters: read } = readParameters(form, declarations);
  const parameters = Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]): [string, ParameterValue] => {
      const value = read[name] ?? nothingOf(declaration, form);
      if (declaration.kind !== 'rows' || !Array.isArray(value)) return [name, value];
      return [name, (value as readonly Row[]).map((row) => wholeRow(declaration.columns, row, form))];
    }),
  );
  const { priceFen } = parameters;
  const title = form.title.trim();
  return {
    type: form.type,
    title: title === '' ? untitled : title,
    endsOn: form.endsOn,
    groupLabel,
    parameters,
    mine: { priceFen: typeof priceFen === 'number' ? priceFen : null },
  };
}
