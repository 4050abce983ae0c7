// The owner's form of a campaign as it is typed: made from the type's declarations, and read back into a draft with every problem at its field.
import { readWhole, readYuan, type Typed, yuanToType } from '#app/features/typed-number';
import { textProblem } from '#app/features/typed-text';
import type { InputOf, ValueOf } from '#core/contract';
import {
  type CampaignParameters,
  type DraftProblem,
  type Milestone,
  type ParameterDeclaration,
  type ParameterValue,
  parameterProblems,
} from '#core/rules/campaign/parameters';

/** A campaign as the server takes it. */
export type Draft = InputOf<'campaign.save'>['draft'];

/** A type as the server declares it. */
export type OfferedType = ValueOf<'campaign.types'>['types'][number];

/** The parameters of a type by name. */
export type Declarations = Readonly<Record<string, ParameterDeclaration>>;

/** One typed step of a ladder; `key` keeps its place on the screen while others come and go. */
export interface StepText {
  readonly key: string;
  readonly days: string;
  readonly points: string;
}

/** A parameter as it is typed. */
export type FieldText = string | readonly StepText[];

/** The whole form as it is typed. */
export interface CampaignForm {
  readonly type: Draft['type'];
  readonly title: string;
  readonly summary: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly groupId: string | null;
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** What is wrong with a field: the rules' own problems, and those of typing. */
export interface FieldProblem {
  readonly path: string;
  readonly problem:
    | DraftProblem['problem']
    | 'too_short'
    | 'too_long'
    | 'odd_characters'
    | 'not_money'
    | 'too_precise'
    | 'not_whole'
    | 'content_refused';
  readonly limit?: number | string | undefined;
  /** Of a content check: the word that it is about, where it is known. */
  readonly word?: string | undefined;
}

const kinds: readonly string[] = ['fen', 'points', 'count', 'days', 'day', 'milestones', 'switch'] satisfies ParameterDeclaration['kind'][];

/** The declarations that this version of the app can draw; a newer kind keeps the value that it starts with. */
export function declarationsOf(type: OfferedType): Declarations {
  return Object.fromEntries(Object.entries(type.parameters).filter(([, { kind }]) => kinds.includes(kind))) as unknown as Declarations;
}

function textOf(declaration: ParameterDeclaration, value: ParameterValue | undefined): FieldText {
  if (declaration.kind === 'milestones') {
    const steps = Array.isArray(value) ? (value as readonly Milestone[]) : [];
    return steps.map(({ days, points }, index) => ({ key: `step-${index}`, days: String(days), points: String(points) }));
  }
  if (value === undefined) return '';
  return declaration.kind === 'fen' && typeof value === 'number' ? yuanToType(value) : String(value);
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
  return { type, title, summary, startsOn, endsOn, groupId, fields };
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

function readSteps(reading: Reading, path: string, steps: readonly StepText[]): Milestone[] {
  return steps.flatMap(({ days, points }, index) => {
    const daysRead = reading.take(`${path}.${index}.days`, readWhole(days));
    const pointsRead = reading.take(`${path}.${index}.points`, readWhole(points));
    return daysRead === undefined || pointsRead === undefined ? [] : [{ days: daysRead, points: pointsRead }];
  });
}

function readField(
  reading: Reading,
  path: string,
  declaration: ParameterDeclaration,
  text: FieldText | undefined,
): ParameterValue | undefined {
  if (declaration.kind === 'milestones') return Array.isArray(text) ? readSteps(reading, path, text as readonly StepText[]) : [];
  const typed = typeof text === 'string' ? text : '';
  if (declaration.kind === 'day') return typed === '' ? undefined : typed;
  return reading.take(path, declaration.kind === 'fen' ? readYuan(typed) : readWhole(typed));
}

/** Reads the form. `draft` is null while something typed cannot be sent; `kept` are parameters that this app cannot draw. */
export function readForm(
  form: CampaignForm,
  declarations: Declarations,
  kept: CampaignParameters = {},
): { readonly draft: Draft | null; readonly problems: readonly FieldProblem[] } {
  const reading = newReading();
  const title = form.title.trim();
  const summary = form.summary.trim();
  for (const [path, problem] of [
    ['title', textProblem(title, 2, 24)],
    ['summary', textProblem(summary, 0, 60)],
  ] as const) {
    if (problem !== null) reading.problems.push({ path, problem: problem.problem, limit: problem.limit ?? undefined });
  }
  const own: Record<string, ParameterValue> = {};
  for (const [name, declaration] of Object.entries(declarations)) {
    const value = readField(reading, name, declaration, form.fields[name]);
    if (value !== undefined) own[name] = value;
  }
  const typing = new Set(reading.problems.map(({ path }) => path.split('.')[0]));
  const ruled = parameterProblems(declarations, own).filter(({ path }) => !typing.has(path));
  const problems = [...reading.problems, ...ruled];
  if (form.endsOn < form.startsOn) problems.push({ path: 'endsOn', problem: 'not_in_order', limit: form.startsOn });
  if (problems.length > 0) return { draft: null, problems };
  const { type, startsOn, endsOn, groupId } = form;
  const parameters = { ...kept, ...own } as unknown as Draft['parameters'];
  return { draft: { type, title, summary, startsOn, endsOn, groupId, parameters }, problems: [] };
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
