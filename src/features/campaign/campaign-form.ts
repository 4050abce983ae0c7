// The owner's form of a campaign as it is typed: made from the type's declarations, and read back into a draft with every problem at its field.
import { type AudienceText, audienceTextOf, readAudience } from '#app/features/campaign/audience-form';
import { readWhole, readYuan, type Typed, yuanToType } from '#app/features/typed-number';
import { textProblem } from '#app/features/typed-text';
import type { InputOf, ValueOf } from '#core/contract';
import { chosenIn as chosenCell, columnCounts } from '#core/rules/campaign/columns';
import {
  type Better,
  type CampaignParameters,
  type Cell,
  type ColumnDeclaration,
  countsIn,
  type DraftProblem,
  type ParameterDeclaration,
  type ParameterDeclarations,
  type ParameterValue,
  parameterProblems,
  type Row,
  type RowsDeclaration,
} from '#core/rules/campaign/parameters';

/** A campaign as the server takes it. */
export type Draft = InputOf<'campaign.save'>['draft'];

/** A type as the server declares it. */
export type OfferedType = ValueOf<'campaign.types'>['types'][number];

/** The parameters of a type by name. */
export type Declarations = ParameterDeclarations;

/** One typed row of a table; `key` keeps its place on the screen while others come and go. */
export interface RowText {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A parameter as it is typed. */
export type FieldText = string | readonly RowText[];

/** The whole form as it is typed. */
export interface CampaignForm {
  readonly type: Draft['type'];
  readonly title: string;
  readonly summary: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly groupId: string | null;
  readonly audience: AudienceText;
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** Which way a field of a published campaign may still go: `wider` is for more people, `fixed` is none. */
export type Way = Better | 'wider' | 'fixed';

/** What is wrong with a field: the rules' own problems, and those of typing. */
export interface FieldProblem {
  readonly path: string;
  readonly problem:
    | DraftProblem['problem']
    | 'odd_characters'
    | 'not_money'
    | 'too_precise'
    | 'not_whole'
    | 'content_refused'
    | 'would_worsen';
  readonly limit?: number | string | undefined;
  /** Of a content check: the word that it is about, where it is known. */
  readonly word?: string | undefined;
  /** Of `would_worsen`: which way the field may still go. */
  readonly way?: Way | undefined;
}

const kinds: readonly string[] = [
  'fen',
  'points',
  'count',
  'days',
  'hours',
  'percent',
  'day',
  'switch',
  'text',
  'choice',
  'weekdays',
  'rows',
] satisfies ParameterDeclaration['kind'][];

/** The declarations that this version of the app can draw; a newer kind keeps the value that it starts with. */
export function declarationsOf(type: OfferedType): Declarations {
  return Object.fromEntries(Object.entries(type.parameters).filter(([, { kind }]) => kinds.includes(kind))) as unknown as Declarations;
}

/** A cell as it is typed, with what its column stands for where it does not say. */
export function typedCell(column: ColumnDeclaration | undefined, cells: RowText['cells'], name: string): string {
  return String(chosenCell(column, cells[name] === '' ? undefined : cells[name]) ?? '');
}

/** The columns that a typed row asks for, in their order. */
export function askedColumns({ columns }: RowsDeclaration, { cells }: RowText): readonly (readonly [string, ColumnDeclaration])[] {
  const row = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, typedCell(column, cells, name)]));
  return Object.entries(columns).filter(([name]) => columnCounts(columns, name, row));
}

function cellText(kind: string, value: Cell | undefined): string {
  if (value === undefined) return '';
  return kind === 'fen' && typeof value === 'number' ? yuanToType(value) : String(value);
}

function textOf(declaration: ParameterDeclaration, value: ParameterValue | undefined): FieldText {
  if (declaration.kind !== 'rows') return cellText(declaration.kind, value as Cell | undefined);
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  const columns = Object.entries(declaration.columns);
  return rows.map((row, index) => ({
    key: `row-${index}`,
    cells: Object.fromEntries(columns.map(([name, { kind }]) => [name, cellText(kind, row[name])])),
  }));
}

/** The form that shows a draft. */
export function formOf(draft: Draft, declarations: Declarations): CampaignForm {
  const { type, title, summary, startsOn, endsOn, groupId } = draft;
  const fields = Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [
      name,
      textOf(declaration, draft.parameters[name] as ParameterValue | undefined),
    ]),
  );
  return { type, title, summary, startsOn, endsOn, groupId, audience: audienceTextOf(draft.audience), fields };
}

interface Reading {
  readonly problems: FieldProblem[];
  take(path: string, typed: Typed): number | undefined;
}

function newReading(): Reading {
  const problems: FieldProblem[] = [];
  return {
    problems,
    take(path, typed) {
      if (typed.kind === 'number') return typed.number;
      problems.push({ path, problem: typed.kind === 'missing' ? 'missing' : typed.problem });
      return undefined;
    },
  };
}

function readText(reading: Reading, path: string, typed: string, { min, max }: { readonly min: number; readonly max: number }): string {
  const text = typed.trim();
  const wrong = text === '' ? null : textProblem(text, min, max);
  if (wrong !== null) reading.problems.push({ path, problem: wrong.problem, limit: wrong.limit ?? undefined });
  return text;
}

function readCell(reading: Reading, path: string, column: ColumnDeclaration, typed: string): Cell | undefined {
  if (column.kind === 'choice') return typed;
  if (column.kind === 'text') return readText(reading, path, typed, column);
  return reading.take(path, column.kind === 'fen' ? readYuan(typed) : readWhole(typed));
}

function readRows(reading: Reading, path: string, declaration: RowsDeclaration, rows: readonly RowText[]): Row[] {
  return rows.map((row, index) =>
    Object.fromEntries(
      askedColumns(declaration, row).flatMap(([name, column]): [string, Cell][] => {
        const cell = readCell(reading, `${path}.${index}.${name}`, column, typedCell(column, row.cells, name));
        return cell === undefined ? [] : [[name, cell]];
      }),
    ),
  );
}

function readField(
  reading: Reading,
  path: string,
  declaration: ParameterDeclaration,
  text: FieldText | undefined,
): ParameterValue | undefined {
  if (declaration.kind === 'rows') return readRows(reading, path, declaration, Array.isArray(text) ? (text as readonly RowText[]) : []);
  const typed = typeof text === 'string' ? text : '';
  switch (declaration.kind) {
    case 'day':
    case 'choice':
    case 'weekdays':
      return typed === '' ? undefined : typed;
    case 'text':
      return readText(reading, path, typed, declaration);
    default:
      return reading.take(path, declaration.kind === 'fen' ? readYuan(typed) : readWhole(typed));
  }
}

/** The typed choices and switches as parameters: what conditions look at. */
function chosenIn(form: CampaignForm, declarations: Declarations): CampaignParameters {
  return Object.fromEntries(
    Object.entries(declarations).flatMap(([name, { kind }]): [string, Cell][] => {
      const text = form.fields[name];
      if (typeof text !== 'string' || (kind !== 'switch' && kind !== 'choice')) return [];
      return [[name, kind === 'switch' ? Number(text) : text]];
    }),
  );
}

/** Whether a field is asked for, by what is chosen elsewhere in the form. */
export function isAsked(form: CampaignForm, declarations: Declarations, name: string): boolean {
  return countsIn(name, declarations, chosenIn(form, declarations));
}

/** Reads the parameters that are asked for, with every problem of one of them alone. */
export function readParameters(
  form: CampaignForm,
  declarations: Declarations,
): { readonly parameters: CampaignParameters; readonly problems: readonly FieldProblem[] } {
  const reading = newReading();
  const own: Record<string, ParameterValue> = {};
  const chosen = chosenIn(form, declarations);
  for (const [name, declaration] of Object.entries(declarations)) {
    if (!countsIn(name, declarations, chosen)) continue;
    const value = readField(reading, name, declaration, form.fields[name]);
    if (value !== undefined) own[name] = value;
  }
  const typing = new Set(reading.problems.map(({ path }) => path.split('.')[0]));
  const ruled = parameterProblems(declarations, own).filter(({ path }) => !typing.has(path.split('.')[0]));
  return { parameters: own, problems: [...reading.problems, ...ruled] };
}

/** Reads the form. `draft` is null while something typed cannot be sent; `kept` are parameters that this app cannot draw. */
export function readForm(
  form: CampaignForm,
  declarations: Declarations,
  kept: CampaignParameters = {},
): { readonly draft: Draft | null; readonly problems: readonly FieldProblem[] } {
  const found: FieldProblem[] = [];
  const title = form.title.trim();
  const summary = form.summary.trim();
  for (const [path, problem] of [
    ['title', textProblem(title, 2, 24)],
    ['summary', textProblem(summary, 0, 60)],
  ] as const) {
    if (problem !== null) found.push({ path, problem: problem.problem, limit: problem.limit ?? undefined });
  }
  const { parameters: own, problems: ruled } = readParameters(form, declarations);
  const whom = readAudience(form.audience);
  const problems = [...found, ...ruled, ...whom.problems];
  if (form.endsOn < form.startsOn) problems.push({ path: 'endsOn', problem: 'not_in_order', limit: form.startsOn });
  if (problems.length > 0) return { draft: null, problems };
  const { type, startsOn, endsOn, groupId } = form;
  const parameters = { ...kept, ...own } as unknown as Draft['parameters'];
  const addressed = whom.audience === undefined ? {} : { audience: whom.audience };
  return { draft: { type, title, summary, startsOn, endsOn, groupId, ...addressed, parameters }, problems: [] };
}

/** Moves the first or the last day; parameters that stood on the day of their default go with it. */
export function withDay(form: CampaignForm, declarations: Declarations, end: 'startsOn' | 'endsOn', on: string): CampaignForm {
  const follows = end === 'startsOn' ? 'starts_on' : 'ends_on';
  const fields = Object.fromEntries(
    Object.entries(form.fields).map(([name, text]) => {
      const declaration = declarations[name];
      return [name, declaration?.kind === 'day' && declaration.default === follows && text === form[end] ? on : text];
    }),
  );
  return { ...form, [end]: on, fields };
}
