// Editing what is published: it may only get better, and every version of the rules is kept (规范促销行为暂行规定, article 13).
import { refuse } from '#core/refusals';
import { isAtLeastAsWide } from '#core/rules/campaign/audience';
import { type CampaignChange, type CampaignDraft, draftOf } from '#core/rules/campaign/campaign-draft';
import { chosenIn, columnCounts } from '#core/rules/campaign/columns';
import { draftProblems, type PolicyStanding, reserveOf } from '#core/rules/campaign/lifecycle';
import {
  type Better,
  type Cell,
  type ColumnDeclaration,
  countsIn,
  type DraftProblem,
  type ParameterDeclaration,
  type ParameterValue,
  type Row,
  type RowsDeclaration,
} from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { type Decision, done, refused } from '#core/rules/decision';
import { type CheckedText, replacementRefusal } from '#core/rules/policy/content';
import { confirmedFindings, policyRefusal } from '#core/rules/policy/judge';
import { POLICY_VERSION } from '#core/rules/policy/rule-ids';
import type { CampaignDocument, CommunityDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import { points } from '#core/values/points';

/** What of a draft an improvement may change besides parameters, and which way. */
const betterFields: Readonly<Partial<Record<keyof CampaignDraft, Better>>> = {
  title: 'any',
  summary: 'any',
  startsOn: 'earlier',
  endsOn: 'later',
};

/** Whether two values say the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}

/** Whether a cell promises no less than before: numbers go their column's way, all else stays. */
function keepsCell(column: ColumnDeclaration | undefined, before: Cell | undefined, after: Cell | undefined): boolean {
  const was = chosenIn(column, before);
  const is = chosenIn(column, after);
  if (typeof was !== 'number' || typeof is !== 'number') return was === is;
  return column?.better === 'less' ? is <= was : is >= was;
}

/** Every row is still there with nothing less in it; others may have come. Rows are told apart by the column that grows, if there is one. */
function keepsRows(before: readonly Row[], after: readonly Row[], { columns, increasing: key }: RowsDeclaration): boolean {
  return before.every((row) => {
    const kept = key === undefined ? after.find((other) => isSame(row, other)) : after.find((other) => other[key] === row[key]);
    if (kept === undefined) return false;
    const counting = Object.keys(columns).filter((name) => columnCounts(columns, name, row));
    return counting.every((name) => keepsCell(columns[name], row[name], kept[name]));
  });
}

/** What steps say from a place on, in one column; before the first of them nothing has gone down yet. */
function stepAt(steps: readonly Row[], key: string, place: number, column: string): number {
  return steps.reduce((said, row) => (Number(row[key]) <= place ? Number(row[column]) : said), Number.POSITIVE_INFINITY);
}

/** Steps go down nowhere further than before, and somewhere less far: one that says the same in other words is no improvement. */
function isSlower(before: readonly Row[], after: readonly Row[], { columns, increasing: key }: RowsDeclaration): boolean {
  if (key === undefined) return false;
  const places = [...before, ...after].map((row) => Number(row[key]));
  const pairs = Object.keys(columns)
    .filter((column) => column !== key)
    .flatMap((column) => places.map((place) => [stepAt(before, key, place, column), stepAt(after, key, place, column)] as const));
  return pairs.every(([was, is]) => is >= was) && pairs.some(([was, is]) => is > was);
}

/** A value as it is compared: no limit at all is beyond every number. */
function limitOf(value: unknown, declaration: ParameterDeclaration | undefined): number | string {
  const isNoLimit = value === 0 && declaration !== undefined && 'zeroIsNoLimit' in declaration;
  return isNoLimit ? Number.POSITIVE_INFINITY : (value as number | string);
}

function isBetter(better: Better | undefined, before: unknown, after: unknown, declaration?: ParameterDeclaration): boolean {
  if (isSame(before, after) || better === 'any') return true;
  if (better === undefined || before === undefined || after === undefined) return false;
  if (declaration?.kind === 'rows') {
    const [was, is] = [before as readonly Row[], after as readonly Row[]];
    if (better === 'slower') return isSlower(was, is, declaration);
    return better === 'more' && keepsRows(was, is, declaration);
  }
  const isMore = better === 'more' || better === 'later';
  const was = limitOf(before, declaration);
  const is = limitOf(after, declaration);
  if (typeof was !== typeof is) return false;
  return isMore ? is > was : is < was;
}

/** Whether nothing is better than a value: there is no limit any more, or nothing that goes down. */
function isBest(value: unknown, declaration: ParameterDeclaration | undefined): boolean {
  if (declaration?.better === 'slower') return Array.isArray(value) && value.length === 0;
  return limitOf(value, declaration) === Number.POSITIVE_INFINITY;
}

/** Which way a field of a published draft may go; none where nothing is better than what it says. */
export function betterOf(draft: CampaignDraft, path: string): Better | undefined {
  const type = campaignTypes[draft.type];
  if (type.fixedDays?.some((day) => day === path) === true) return undefined;
  const declaration = type.parameters[path];
  if (isBest(draft.parameters[path], declaration)) return undefined;
  return betterFields[path as keyof CampaignDraft] ?? declaration?.better;
}

function worsenedDraft(before: CampaignDraft, after: CampaignDraft, today: Day): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof CampaignDraft)[];
  return names.filter((name) => {
    if (name === 'parameters') return false;
    // A campaign that has begun has begun; one that has not may begin today at the earliest.
    if (name === 'startsOn' && !isSame(before.startsOn, after.startsOn)) {
      return betterOf(before, name) === undefined || after.startsOn > before.startsOn || after.startsOn < today;
    }
    if (name === 'audience') return !isAtLeastAsWide(before.audience, after.audience);
    // Open to everybody instead of one group.
    if (name === 'groupId') return after.groupId !== null && after.groupId !== before.groupId;
    return !isBetter(betterOf(before, name), before[name], after[name]);
  });
}

/** The parameters that count before or after, in the order of their declarations. */
function counting(before: CampaignDraft, after: CampaignDraft): readonly string[] {
  const declarations = campaignTypes[before.type].parameters;
  return Object.keys(declarations).filter(
    (name) => countsIn(name, declarations, before.parameters) || countsIn(name, declarations, after.parameters),
  );
}

/** The fields in which a draft promises less than what is published, or another thing: none when it is an improvement. */
export function worsenedPaths(before: CampaignDraft, after: CampaignDraft, today: Day): string[] {
  if (before.type !== after.type) return ['type'];
  const declarations = campaignTypes[before.type].parameters;
  const worse = counting(before, after).filter(
    (name) => !isBetter(betterOf(before, name), before.parameters[name], after.parameters[name], declarations[name]),
  );
  return [...worsenedDraft(before, after, today), ...worse];
}

/** What differs between two drafts of a campaign, in the order of the form. */
export function changesBetween(before: CampaignDraft, after: CampaignDraft): CampaignChange[] {
  const fields = ['title', 'summary', 'startsOn', 'endsOn', 'groupId'] as const;
  const pairs: (readonly [string, ParameterValue | null | undefined, ParameterValue | null | undefined])[] = [
    ...fields.map((name) => [name, before[name], after[name]] as const),
    ...counting(before, after).map((name) => [name, before.parameters[name], after.parameters[name]] as const),
  ];
  const changes = pairs
    .filter(([, was, is]) => !isSame(was, is))
    .map(([path, was, is]): CampaignChange => ({ path, before: was ?? null, after: is ?? null }));
  // Whom it is for is many conditions at once: that it is for more people is all that there is to say.
  return isSame(before.audience, after.audience) ? changes : [...changes, { path: 'audience', before: null, after: null }];
}

/** What a draft says at the path of a problem, such as `milestones.1.days`. */
function saidAt(draft: CampaignDraft, path: string): unknown {
  const fields: Readonly<Record<string, unknown>> = { ...draft, ...draft.parameters };
  return path.split('.').reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], fields);
}

/** The problems that an improvement brings. What was published before a rule came may stay as it is: mending it is no condition of mending else. */
function newProblems(before: CampaignDraft, after: CampaignDraft, community: CommunityDocument, today: Day): DraftProblem[] {
  const known = draftProblems(before, community, today, before.startsOn);
  return draftProblems(after, community, today, after.startsOn).filter(
    ({ path, problem }) =>
      !known.some(
        (other) =>
          other.problem === problem &&
          other.path.split('.')[0] === path.split('.')[0] &&
          isSame(saidAt(before, other.path), saidAt(after, path)),
      ),
  );
}

/** What an improvement is decided on. */
export interface ImproveFacts {
  readonly campaign: CampaignDocument;
  readonly community: CommunityDocument;
  readonly draft: CampaignDraft;
  readonly checked: readonly CheckedText[];
  /** What the operation rules find in the draft and did not find in the campaign as it stands. */
  readonly policy: PolicyStanding;
  readonly today: Day;
}

/** What an improvement came to: the version that holds now, and what was set aside on top. */
export interface Improved {
  readonly version: number;
  readonly coupons: number;
  readonly points: number;
}

/**
 * Improves a campaign that is live or paused. It is compared with what holds now, whatever its owner was looking at: of two owners who
 * edit at once, neither takes back what the other has just promised. Nothing changed is no new version. Refusals in order: not running,
 * a new text that has not passed the content check, something would be worse, something is missing, a rule of operation.
 */
export function decideImprove({ campaign, community, draft, checked, policy, today }: ImproveFacts): Decision<Improved> {
  const { campaignId, version } = campaign;
  const state = campaign.state !== 'draft' && today > campaign.endsOn ? 'ended' : campaign.state;
  if (state === 'draft' || state === 'ended') return refused(refuse('campaign_not_live', { state }));
  const before = draftOf(campaign);
  const changes = changesBetween(before, draft);
  const isNew = (path: string) => changes.some((change) => path.split('.')[1] === change.path);
  const refusal = replacementRefusal(checked, isNew);
  if (refusal !== null) return refused(refusal);
  const worse = worsenedPaths(before, draft, today);
  if (worse.length > 0) return refused(refuse('would_worsen', { paths: worse }));
  if (changes.length === 0) return done({ version, coupons: 0, points: 0 }, []);
  const problems = newProblems(before, draft, community, today);
  if (problems.length > 0) return refused(refuse('draft_incomplete', { paths: problems.map(({ path }) => path) }));
  const unlawful = policyRefusal(policy.findings, policy.confirmed);
  if (unlawful !== null) return refused(unlawful);
  const warnings = confirmedFindings(policy.findings);
  const confirmed = [...(campaign.policy?.confirmed ?? []), ...warnings];
  const kept = warnings.length === 0 ? {} : { policy: { version: POLICY_VERSION, confirmed } };
  const [was, is] = [reserveOf(before), reserveOf(draft)];
  const more = { coupons: is.coupons - was.coupons, points: points(is.points - was.points) };
  const goods = (is.goods ?? 0) - (was.goods ?? 0);
  return done({ version: version + 1, ...more }, [
    {
      kind: 'campaign_improved',
      campaignId,
      version: version + 1,
      draft: draftOf(draft),
      changes,
      ...more,
      ...(goods === 0 ? {} : { goods }),
      ...kept,
    },
  ]);
}
