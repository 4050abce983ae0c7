// The parameters of a campaign type as data: kind, limits, unit and default, from which form, check and wire format derive.
import { isDay } from '#core/values/day';

/** One step of a ladder: on the day that completes `days`, `points` are paid. */
export interface Milestone {
  readonly days: number;
  readonly points: number;
}

/** A parameter's value on the wire and in documents. */
export type ParameterValue = number | string | readonly Milestone[];

/** The parameters of one campaign by name. */
export type CampaignParameters = Readonly<Record<string, ParameterValue>>;

/** How one parameter is drawn and checked. Amounts are whole numbers of the unit in the kind's name. */
export type ParameterDeclaration =
  | { readonly kind: 'fen' | 'points' | 'count' | 'days'; readonly min: number; readonly max: number; readonly default: number }
  | { readonly kind: 'day'; readonly default: 'starts_on' | 'ends_on' }
  /** On (1) or off (0). */
  | { readonly kind: 'switch'; readonly default: 0 | 1 }
  | {
      readonly kind: 'milestones';
      readonly lengthMax: number;
      readonly daysMax: number;
      readonly pointsMax: number;
      readonly default: readonly Milestone[];
    };

/** The TypeScript type of a declared parameter. */
export type ValueOf<D extends ParameterDeclaration> = D extends { kind: 'day' }
  ? string
  : D extends { kind: 'milestones' }
    ? readonly Milestone[]
    : number;

/** The TypeScript type of all parameters of a declaration. */
export type ValuesOf<D extends Readonly<Record<string, ParameterDeclaration>>> = { readonly [K in keyof D]: ValueOf<D[K]> };

/** What is wrong with one field of a draft; `path` is the field's name, `limit` what it may be at most or at least. */
export interface DraftProblem {
  readonly path: string;
  readonly problem:
    | 'missing'
    | 'too_small'
    | 'too_large'
    | 'not_a_day'
    | 'malformed'
    | 'not_in_order'
    | 'unknown_group'
    | 'in_the_past'
    | 'not_below_threshold'
    | 'content_review';
  readonly limit?: number | string;
  /** Of `content_review`: the word that needs a look, where it is known. */
  readonly word?: string;
}

function numberProblem(path: string, value: ParameterValue | undefined, min: number, max: number): DraftProblem | null {
  if (value === undefined) return { path, problem: 'missing' };
  if (typeof value !== 'number' || !Number.isInteger(value)) return { path, problem: 'malformed' };
  if (value < min) return { path, problem: 'too_small', limit: min };
  if (value > max) return { path, problem: 'too_large', limit: max };
  return null;
}

function milestonesProblem(
  path: string,
  value: ParameterValue | undefined,
  declaration: Extract<ParameterDeclaration, { kind: 'milestones' }>,
): DraftProblem | null {
  if (!Array.isArray(value)) return { path, problem: value === undefined ? 'missing' : 'malformed' };
  const steps = value as readonly Milestone[];
  if (steps.length > declaration.lengthMax) return { path, problem: 'too_large', limit: declaration.lengthMax };
  let daysBefore = 0;
  for (const step of steps) {
    const problem = numberProblem(path, step.days, 1, declaration.daysMax) ?? numberProblem(path, step.points, 1, declaration.pointsMax);
    if (problem !== null) return problem;
    if (step.days <= daysBefore) return { path, problem: 'not_in_order' };
    daysBefore = step.days;
  }
  return null;
}

/**
 * Every problem of a set of parameters against its declaration, unknown names included; empty when all is well.
 * Phones run this too, older ones among them: no Object.hasOwn.
 */
export function parameterProblems(
  declarations: Readonly<Record<string, ParameterDeclaration>>,
  parameters: CampaignParameters,
): DraftProblem[] {
  const problems: DraftProblem[] = [];
  for (const path of Object.keys(parameters)) {
    if (!Object.keys(declarations).includes(path)) problems.push({ path, problem: 'malformed' });
  }
  for (const [path, declaration] of Object.entries(declarations)) {
    const value = Object.keys(parameters).includes(path) ? parameters[path] : undefined;
    let problem: DraftProblem | null;
    if (declaration.kind === 'day') {
      problem = value === undefined ? { path, problem: 'missing' } : isDay(value) ? null : { path, problem: 'not_a_day' };
    } else if (declaration.kind === 'milestones') {
      problem = milestonesProblem(path, value, declaration);
    } else if (declaration.kind === 'switch') {
      problem = numberProblem(path, value, 0, 1);
    } else {
      problem = numberProblem(path, value, declaration.min, declaration.max);
    }
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** The values that a new form starts with. */
export function defaultParameters(
  declarations: Readonly<Record<string, ParameterDeclaration>>,
  window: { readonly startsOn: string; readonly endsOn: string },
): CampaignParameters {
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [
      name,
      declaration.kind === 'day' ? (declaration.default === 'starts_on' ? window.startsOn : window.endsOn) : declaration.default,
    ]),
  );
}
