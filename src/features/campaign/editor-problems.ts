// What the rules say of a draft as problems at its fields: those that the server found, and those of what is being typed.
import type { No } from '#app/features/call';
import {
  type CampaignForm,
  type Declarations,
  type Draft,
  type FieldProblem,
  readParameters,
  type Way,
} from '#app/features/campaign/campaign-form';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { betterOf } from '#core/rules/campaign/improve';
import { parameterProblems } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';

/** The first problem of each field. */
export function byPath(problems: readonly FieldProblem[]): Record<string, FieldProblem> {
  const first: Record<string, FieldProblem> = {};
  for (const problem of problems) first[problem.path] ??= problem;
  return first;
}

/** The problem at the field that a "no" is about, such as `title` of `draft.title`; null when it is about none. */
export function problemOf(no: No): FieldProblem | null {
  if (no.code !== 'invalid_input' && no.code !== 'content_refused') return null;
  const [start, ...rest] = no.data.path.split('.');
  const path = start !== 'draft' ? undefined : rest[0] === 'parameters' ? rest[1] : rest[0];
  if (path === undefined) return null;
  if (no.code === 'invalid_input') return { path, problem: 'odd_characters' };
  return { path, problem: 'content_refused', word: no.data.word ?? undefined };
}

/** Which way a field of a published campaign may still go. One that has begun has begun; it may be opened to more people. */
export function wayOf(published: Draft, path: string, today: string): Way {
  if (path === 'groupId') return published.groupId === null ? 'fixed' : 'wider';
  if (path === 'audience') return published.audience === undefined ? 'fixed' : 'wider';
  if (path === 'startsOn' && published.startsOn <= today) return 'fixed';
  return betterOf(published as unknown as CampaignDraft, path) ?? 'fixed';
}

/** What is wrong in a draft as the rules of its type see it; `openOn` as in `check`. */
export function problemsIn(draft: Draft, openOn?: string): readonly FieldProblem[] {
  const { parameters, check } = campaignTypes[draft.type];
  const own = parameterProblems(parameters, draft.parameters);
  return own.length > 0 ? own : check(draft as unknown as CampaignDraft, draft.parameters as never, openOn);
}

/** What the rules of its type say of a form as it is typed; nothing until its parameters can be read. `openOn` as in `check`. */
export function typedProblems(form: CampaignForm, declarations: Declarations, openOn?: string): Readonly<Record<string, FieldProblem>> {
  const { parameters, problems } = readParameters(form, declarations);
  if (problems.length > 0 || form.endsOn < form.startsOn) return {};
  const { type, title, summary, startsOn, endsOn, groupId } = form;
  return byPath(problemsIn({ type, title, summary, startsOn, endsOn, groupId, parameters } as unknown as Draft, openOn));
}

/** What is missing in a draft. */
function incomplete(draft: Draft, paths: readonly string[]): readonly FieldProblem[] {
  const found = problemsIn(draft);
  return paths.map((path) => found.find((problem) => problem.path === path) ?? { path, problem: 'missing' });
}

/** The problems at the fields that a refused improvement is about. */
export function improvementProblems(no: No, sent: Draft, published: Draft, today: string): readonly FieldProblem[] {
  if (no.code === 'would_worsen') {
    return no.data.paths.map((path) => ({ path, problem: 'would_worsen', way: wayOf(published, path, today) }));
  }
  if (no.code === 'draft_incomplete') return incomplete(sent, no.data.paths);
  const problem = problemOf(no);
  return problem === null ? [] : [problem];
}
