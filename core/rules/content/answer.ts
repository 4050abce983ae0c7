// Answering a quiz or a poll: once, within the choices there are; what a quiz gives follows from its type.
import { type Refusal, refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { countRight, optionsOf, type QuizQuestion } from '#core/rules/campaign/types/quiz';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument, CommunityDocument, MemberDocument, MemberEntry, StockDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** What an answer is decided on; `chosen` holds options, from 1: one per question of a quiz, any of a poll. */
export interface AnswerFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly member: MemberDocument;
  readonly chosen: readonly number[];
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** What an answer comes to. `right` is null for a poll, where nothing is. */
export interface AnswerValue {
  readonly right: number | null;
  readonly pointsEarned: number;
  readonly points: number;
  /** The budget could not pay for every right answer any more; the answer itself counts. */
  readonly budgetGone: boolean;
}

/** The questions of a quiz. */
export function questionsOf(campaign: Pick<CampaignDocument, 'parameters'>): readonly QuizQuestion[] {
  return (campaign.parameters['questions'] ?? []) as unknown as readonly QuizQuestion[];
}

/** How many options a poll has. */
export function pollOptions(campaign: Pick<CampaignDocument, 'parameters'>): number {
  const options = campaign.parameters['options'];
  return Array.isArray(options) ? options.length : 0;
}

function answerOf(member: MemberDocument, campaignId: string): Extract<MemberEntry, { kind: 'quiz' | 'poll' }> | null {
  const entry = member.entries[campaignId];
  return entry?.kind === 'quiz' || entry?.kind === 'poll' ? entry : null;
}

function isChangeable(campaign: CampaignDocument, earlier: Extract<MemberEntry, { kind: 'quiz' | 'poll' }>): boolean {
  // A vote from before its member was erased stays counted, and nobody knows any more which it was.
  return campaign.type === 'poll' && campaign.parameters['changeable'] === 1 && earlier.chosen.length > 0;
}

/** The refusal for choices that are not there, too few or too many; null when they will do. */
function choicesRefusal(campaign: CampaignDocument, chosen: readonly number[]): Refusal<'choices_off'> | null {
  if (campaign.type === 'quiz') {
    const questions = questionsOf(campaign);
    const fits = questions.every((question, index) => (chosen[index] ?? 0) >= 1 && (chosen[index] ?? 0) <= optionsOf(question).length);
    return fits && chosen.length === questions.length ? null : refuse('choices_off', { min: questions.length, max: questions.length });
  }
  const max = Number(campaign.parameters['choicesMax']);
  const fits = chosen.every((option) => option >= 1 && option <= pollOptions(campaign)) && new Set(chosen).size === chosen.length;
  return fits && chosen.length >= 1 && chosen.length <= max ? null : refuse('choices_off', { min: 1, max });
}

function decideVote({ campaign, member }: AnswerFacts, chosen: readonly number[]): Decision<AnswerValue> {
  const { campaignId } = campaign;
  const value = { right: null, pointsEarned: 0, points: member.points, budgetGone: false };
  return done(value, [{ kind: 'poll_answered', campaignId, chosen: [...chosen].sort((one, other) => one - other) }]);
}

function decideQuiz(facts: AnswerFacts): Decision<AnswerValue> {
  const { campaign, community, member, chosen } = facts;
  const { campaignId } = campaign;
  const right = countRight(questionsOf(campaign), chosen);
  const on = dayOf(facts.at, calendarOf(community));
  const common = { draft: campaign, version: campaign.version, on, left: stockLeft(facts.stock) };
  const decision = campaignTypes[campaign.type].decide(campaign.parameters as never, { ...common, chosen } as never);
  if (decision.kind !== 'give') throw new Error('a quiz never refuses: its gate has done so');
  const earned = decision.grants.reduce((sum, grant) => sum + (grant.kind === 'points' ? grant.points : 0), 0);
  const receivers = {
    communityId: communityOf(community.id),
    campaignId,
    version: campaign.version,
    self: member,
    numberOf: facts.numberOf,
  };
  const answered: JournalEvent = { kind: 'quiz_answered', campaignId, chosen: [...chosen], right, points: points(earned) };
  const value = { right, pointsEarned: earned, points: member.points + earned, budgetGone: decision.budgetGone };
  return done(value, [answered, ...grantEvents(decision.grants, receivers)]);
}

/** Decides an answer. Refusals in order: the gate's, that it has been given, that the choices do not fit. */
export function decideAnswer(facts: AnswerFacts): Decision<AnswerValue> {
  const { campaign, member, chosen } = facts;
  const closed = gateRefusal(facts, 'checkIn');
  if (closed !== null) return refused(closed);
  const earlier = answerOf(member, campaign.campaignId);
  if (earlier !== null && !isChangeable(campaign, earlier)) {
    return refused(refuse('already_answered', { answeredAt: earlier.answeredAt }));
  }
  const off = choicesRefusal(campaign, chosen);
  if (off !== null) return refused(off);
  return campaign.type === 'quiz' ? decideQuiz(facts) : decideVote(facts, chosen);
}
