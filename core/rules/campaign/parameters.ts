// The parameters of a campaign type as data: kind, limits, unit and default, from which form, check and wire format derive.
import { columnCounts } from '#core/rules/campaign/columns';
import { isDay } from '#core/values/day';
import { readWeekdays } from '#core/values/weekdays';

/** One cell of a row: a whole number of its column's unit, or a text. */
export type Cell = number | string;

/** One row of a parameter that is a small table. */
export type Row = Readonly<Record<string, Cell>>;

/** One step of a ladder: on the day that completes `days`, `points` are paid. */
export type Milestone = { readonly days: number; readonly points: number };

/** A parameter's value on the wire and in documents. */
export type ParameterValue = number | string | readonly Row[];

/** The parameters of one campaign by name. */
export type CampaignParameters = Readonly<Record<string, ParameterValue>>;

/** The units in which a number may be declared: money in fen, shares in percent. */
export type NumberUnit = 'fen' | 'points' | 'count' | 'days' | 'hours' | 'percent';

/** A whole number of its unit. */
export interface NumberLimits {
  readonly kind: NumberUnit;
  readonly min: number;
  readonly max: number;
  /** 0 stands for no limit at all, which is more than every number. */
  readonly zeroIsNoLimit?: true;
}

/** A text of people, in characters; `min` 0 lets it be empty. It passes the content check before anybody is shown it. */
export interface TextLimits {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;
}

/** One of a few stored codes, each with words of its own; a row that does not say is of the default. */
export interface ChoiceColumn {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly default: string;
}

/** A column counts only in rows whose choice in another column is one of these; else it is neither asked for, nor checked, nor said. */
export interface ColumnCondition {
  readonly column: string;
  readonly is: readonly string[];
}

/**
 * How one column of a table is asked for and checked. `better` of a number is the way it may go in a row of what is published; `more`
 * where it does not say. What is `secret` travels with no card and stands in no terms: it is the owner's alone
 * (the right answer of a quiz), or comes to a member by a rule of its own (what a day's check-in opens).
 */
export type ColumnDeclaration = (NumberLimits | TextLimits | ChoiceColumn) & {
  readonly secret?: true;
  readonly when?: ColumnCondition;
  readonly better?: 'more' | 'less';
};

/** A parameter counts only while another one holds one of these values; else it is neither asked for, nor checked, nor said. */
export interface Condition {
  readonly parameter: string;
  readonly is: readonly Cell[];
}

/** A small table: its columns in order, and how many rows it may have. */
export interface RowsDeclaration {
  readonly kind: 'rows';
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
  readonly lengthMin: number;
  readonly lengthMax: number;
  /** A number column that grows from row to row. */
  readonly increasing?: string;
  readonly default: readonly Row[];
}

/**
 * Which way a parameter may still go once its campaign is published, so that nobody who relied on it loses. Rows get better by `more`:
 * every row stays with nothing less, and others may come; steps that go down get better
 * by `slower`: nowhere less than before. `any` is for what promises nothing. Without it, it stays as published
 * (规范促销行为暂行规定, article 13).
 */
export type Better = 'more' | 'less' | 'later' | 'earlier' | 'slower' | 'any';

/**
 * How one parameter is drawn and checked. Amounts are whole numbers of the unit in the kind's name. Of several conditions any will do.
 * What is `content` is what members come to read or to answer, and no condition of anything: it stands on the campaign's page instead of
 * in its terms.
 */
export type ParameterDeclaration = {
  readonly when?: Condition | readonly Condition[];
  readonly content?: true;
  readonly better?: Better;
} & (
  | (NumberLimits & { readonly default: number })
  | (TextLimits & { readonly default: string })
  | { readonly kind: 'day'; readonly default: 'starts_on' | 'ends_on' }
  /** On (1) or off (0). */
  | { readonly kind: 'switch'; readonly default: 0 | 1 }
  /** One of a few stored codes, each with words of its own. */
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly default: string }
  /** A set of at most `max` weekdays, as `writeWeekdays` writes it. */
  | { readonly kind: 'weekdays'; readonly max: number; readonly default: string }
  | RowsDeclaration
);

/** Declarations of a type's parameters by name. */
export type ParameterDeclarations = Readonly<Record<string, ParameterDeclaration>>;

type CellOf<C extends ColumnDeclaration> = C extends { kind: 'text' } ? string : C extends ChoiceColumn ? C['options'][number] : number;

/** A row has what its other columns ask for, and may lack the rest. */
type RowOf<Columns extends Readonly<Record<string, ColumnDeclaration>>> = {
  readonly [C in keyof Columns as Columns[C] extends { when: ColumnCondition } | ChoiceColumn ? never : C]: CellOf<Columns[C]>;
} & { readonly [C in keyof Columns as Columns[C] extends { when: ColumnCondition } | ChoiceColumn ? C : never]?: CellOf<Columns[C]> };

/** The TypeScript type of a declared parameter. */
export type ValueOf<D extends ParameterDeclaration> = D extends { kind: 'day' | 'text' | 'weekdays' }
  ? string
  : D extends { kind: 'choice'; options: readonly (infer Option)[] }
    ? Option
    : D extends { kind: 'rows'; columns: infer Columns extends Readonly<Record<string, ColumnDeclaration>> }
      ? readonly RowOf<Columns>[]
      : number;

/** The TypeScript type of all parameters of a declaration. One whose condition does not hold keeps some value, which means nothing. */
export type ValuesOf<D extends ParameterDeclarations> = { readonly [K in keyof D]: ValueOf<D[K]> };

/** What is wrong with one field of a draft; `path` is the field's name, `limit` what it may be at most or at least. */
export interface DraftProblem {
  readonly path: string;
  readonly problem:
    | 'missing'
    | 'too_small'
    | 'too_large'
    | 'too_short'
    | 'too_long'
    | 'too_few'
    | 'too_many'
    | 'not_a_day'
    | 'malformed'
    | 'not_in_order'
    | 'repeated'
    | 'unknown_group'
    | 'unknown_tag'
    | 'not_early'
    | 'in_the_past'
    | 'not_below_threshold'
    | 'not_below_reference'
    | 'beyond_plan'
    | 'beyond_cycle'
    | 'content_review';
  readonly limit?: number | string;
  /** Of `content_review`: the word that needs a look, where it is known. */
  readonly word?: string;
}

type Wrong = Omit<DraftProblem, 'path'> | null;

function numberProblem(value: unknown, { min, max }: Pick<NumberLimits, 'min' | 'max'>): Wrong {
  if (value === undefined) return { problem: 'missing' };
  if (typeof value !== 'number' || !Number.isInteger(value)) return { problem: 'malformed' };
  if (value < min) return { problem: 'too_small', limit: min };
  if (value > max) return { problem: 'too_large', limit: max };
  return null;
}

function textProblem(value: unknown, { min, max }: TextLimits): Wrong {
  if (value === undefined || (value === '' && min > 0)) return { problem: 'missing' };
  if (typeof value !== 'string') return { problem: 'malformed' };
  if (value.length < min) return { problem: 'too_short', limit: min };
  return value.length > max ? { problem: 'too_long', limit: max } : null;
}

/** The problem of one cell of a table. */
function cellProblem(value: unknown, column: ColumnDeclaration): Wrong {
  if (column.kind === 'choice') {
    return value === undefined || column.options.includes(String(value)) ? null : { problem: 'malformed' };
  }
  return column.kind === 'text' ? textProblem(value, column) : numberProblem(value, column);
}

function rowsProblem(path: string, value: unknown, declaration: RowsDeclaration): DraftProblem | null {
  if (!Array.isArray(value)) return { path, problem: value === undefined ? 'missing' : 'malformed' };
  const rows = value as readonly Row[];
  const { columns, lengthMin, lengthMax, increasing } = declaration;
  if (rows.length < lengthMin) return { path, problem: 'too_few', limit: lengthMin };
  if (rows.length > lengthMax) return { path, problem: 'too_many', limit: lengthMax };
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    if (Object.keys(row).some((name) => columns[name] === undefined)) return { path, problem: 'malformed' };
    for (const [name, column] of Object.entries(columns)) {
      if (!columnCounts(columns, name, row)) continue;
      const wrong = cellProblem(row[name], column);
      if (wrong !== null) return { path: `${path}.${index}.${name}`, ...wrong };
    }
    const next = increasing === undefined ? Number.POSITIVE_INFINITY : Number(row[increasing]);
    if (increasing !== undefined && next <= before) return { path, problem: 'not_in_order' };
    before = next;
  }
  return null;
}

function valueProblem(path: string, value: ParameterValue | undefined, declaration: ParameterDeclaration): DraftProblem | null {
  const at = (wrong: Wrong) => (wrong === null ? null : { path, ...wrong });
  switch (declaration.kind) {
    case 'day':
      if (value === undefined) return { path, problem: 'missing' };
      return isDay(value) ? null : { path, problem: 'not_a_day' };
    case 'rows':
      return rowsProblem(path, value, declaration);
    case 'switch':
      return at(numberProblem(value, { min: 0, max: 1 }));
    case 'choice':
      if (value === undefined) return { path, problem: 'missing' };
      return typeof value === 'string' && declaration.options.includes(value) ? null : { path, problem: 'malformed' };
    case 'text':
      return at(textProblem(value, declaration));
    case 'weekdays':
      return at(numberProblem(value === undefined ? value : (readWeekdays(value)?.length ?? null), { min: 0, max: declaration.max }));
    default:
      return at(numberProblem(value, declaration));
  }
}

/** Phones run this too, older ones among them: no Object.hasOwn. */
function ownValue(parameters: CampaignParameters, name: string): ParameterValue | undefined {
  return Object.keys(parameters).includes(name) ? parameters[name] : undefined;
}

/** Whether a parameter counts: a condition of it holds, and so does one of the parameter that the condition hangs on. */
export function countsIn(name: string, declarations: ParameterDeclarations, parameters: CampaignParameters): boolean {
  const when = declarations[name]?.when;
  if (when === undefined) return true;
  const conditions: readonly Condition[] = 'parameter' in when ? [when] : when;
  return conditions.some(({ parameter, is }) => {
    const value = ownValue(parameters, parameter);
    return (typeof value === 'number' || typeof value === 'string') && is.includes(value) && countsIn(parameter, declarations, parameters);
  });
}

/** Every problem of a set of parameters against its declaration, unknown names included; empty when all is well. */
export function parameterProblems(declarations: ParameterDeclarations, parameters: CampaignParameters): DraftProblem[] {
  const problems: DraftProblem[] = [];
  for (const path of Object.keys(parameters)) {
    if (!Object.keys(declarations).includes(path)) problems.push({ path, problem: 'malformed' });
  }
  for (const [path, declaration] of Object.entries(declarations)) {
    if (!countsIn(path, declarations, parameters)) continue;
    const problem = valueProblem(path, ownValue(parameters, path), declaration);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** Every text that people wrote into the parameters, by its path: what a content check has to look at. */
export function parameterTexts(
  declarations: ParameterDeclarations,
  parameters: CampaignParameters,
): { readonly path: string; readonly text: string }[] {
  return Object.entries(declarations).flatMap(([path, declaration]) => {
    const value = ownValue(parameters, path);
    if (declaration.kind === 'text') return typeof value === 'string' ? [{ path, text: value }] : [];
    if (declaration.kind !== 'rows' || !Array.isArray(value)) return [];
    const columns = Object.entries(declaration.columns).filter(([, column]) => column.kind === 'text');
    return (value as readonly Row[]).flatMap((row, index) =>
      columns.flatMap(([name]) => (typeof row[name] === 'string' ? [{ path: `${path}.${index}.${name}`, text: row[name] }] : [])),
    );
  });
}

/** The parameters as members may see them: without the columns that are secret. */
export function openParameters(declarations: ParameterDeclarations, parameters: CampaignParameters): CampaignParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const declaration = declarations[name];
      if (declaration?.kind !== 'rows' || !Array.isArray(value)) return [name, value];
      const isOpen = ([column]: readonly [string, Cell]) => declaration.columns[column]?.secret !== true;
      return [name, (value as readonly Row[]).map((row) => Object.fromEntries(Object.entries(row).filter(isOpen)))];
    }),
  );
}

/** The values that a new form starts with. */
export function defaultParameters(
  declarations: ParameterDeclarations,
  window: { readonly startsOn: string; readonly endsOn: string },
): CampaignParameters {
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [
      name,
      declaration.kind === 'day' ? (declaration.default === 'starts_on' ? window.startsOn : window.endsOn) : declaration.default,
    ]),
  );
}
