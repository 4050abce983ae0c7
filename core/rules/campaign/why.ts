// Why somebody can take part in a campaign or cannot: every condition with its numbers, the same that the action itself refuses with.
import { refuse } from '#core/refusals';
import { type Condition, condition } from '#core/rules/campaign/condition';
import type { Trigger, TriggerFacts } from '#core/rules/campaign/define-type';
import { type GateFacts, gateConditions } from '#core/rules/campaign/gate';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import type { standingMs } from '#core/rules/community/standing';
import { type PrizesNow, prizeConditions } from '#core/rules/leaderboard/prize-conditions';
import { tierOf } from '#core/rules/membership/tier';
import { exchangedBy } from '#core/rules/points/exchange';
import { pointsOn } from '#core/rules/points/lots';
import { applyConditions } from '#core/rules/trial/apply';
import type { StockDocument } from '#core/tables';
import { addDays, dayOf } from '#core/values/day';
import { points } from '#core/values/points';

/** What an explanation rests on: the gate's facts, and the stock with all its parts; null of a campaign that has none. */
export interface WhyFacts extends GateFacts {
  readonly stock: StockDocument | null;
  /** How the prizes of the season that runs stand; null where there are none, and of a campaign that gives none. */
  readonly prizes?: PrizesNow | null;
}

/** How old a proof of the group may be for what each trigger's action does. */
const useOf: Readonly<Record<Trigger, keyof typeof standingMs>> = {
  check_in: 'checkIn',
  claim: 'claim',
  friend_first_action: 'checkIn',
  first_action: 'checkIn',
  exchange: 'claim',
  season_close: 'checkIn',
  answer: 'checkIn',
  select: 'claim',
  none: 'checkIn',
};

/** What a type itself asks of a member, by its own conditions. */
function askType<T extends Trigger>({ campaign, community, stock, at }: WhyFacts, own: TriggerFacts[T]): readonly Condition[] {
  const left = stock === null ? { coupons: 0, points: points(0) } : stockLeft(stock);
  const facts = { draft: campaign, version: campaign.version, on: dayOf(at, calendarOf(community)), left, ...own };
  return campaignTypes[campaign.type].conditions?.(campaign.parameters as never, facts as never) ?? [];
}

/** That a plan has not been checked in to on this business day. */
function notToday({ campaign, community, member, at }: WhyFacts): Condition {
  const on = dayOf(at, calendarOf(community));
  const record = member?.checkins[campaign.campaignId];
  if (record === undefined || on > record.lastOn) return condition('not_today', { on }, null);
  const { lastOn, streakDays } = record;
  return condition('not_today', { on }, refuse('already_checked_in', { on: lastOn, streakDays, nextOn: addDays(lastOn, 1) }));
}

/** The conditions that come after the gate, by what a type answers to. */
const ownConditions: { readonly [T in Trigger]: (facts: WhyFacts) => readonly Condition[] } = {
  check_in: (facts) => [notToday(facts)],
  claim: (facts) => {
    const { member, campaign, community, at } = facts;
    const tier = () => tierOf(member, dayOf(at, calendarOf(community)));
    return askType<'claim'>(facts, { claimed: member?.claims[campaign.campaignId], quantity: 1, tier });
  },
  friend_first_action: (facts) =>
    askType<'friend_first_action'>(facts, { openedAt: facts.at, at: facts.at, invites: facts.member?.invites[facts.campaign.campaignId] }),
  first_action: () => [],
  exchange: (facts) => {
    const { member, campaign, community, at } = facts;
    const balance = member === null ? 0 : pointsOn(member, dayOf(at, calendarOf(community))).active;
    return askType<'exchange'>(facts, { balance: points(balance), held: exchangedBy(member, campaign.campaignId) });
  },
  season_close: ({ campaign, member, prizes = null }) => prizeConditions(campaign, member, prizes),
  answer: () => [],
  select: (facts) => {
    const { campaign, community, member, at } = facts;
    const today = dayOf(at, calendarOf(community));
    return [...applyConditions(campaign.campaignId, member, today), ...askType<'select'>(facts, {})];
  },
  none: () => [],
};

/**
 * Every condition of taking part in a campaign now, in the order in which it would be refused: a member, the gate, then what the type asks.
 * The first that is not met carries the refusal that the action itself would give.
 */
export function whyConditions(facts: WhyFacts): readonly Condition[] {
  const { trigger } = campaignTypes[facts.campaign.type];
  const hasJoined = facts.member !== null && facts.member.joinedAt !== null;
  const joined = condition('joined', {}, hasJoined ? null : { code: 'join_required', data: {} });
  return [joined, ...gateConditions(facts, useOf[trigger]), ...ownConditions[trigger](facts)];
}
