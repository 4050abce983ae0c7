// Which play a community lacks most: one, or none. It is a hint beside the others, and never stands in their way.
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';

/** What an owner may want to come about, in the order in which the plays are offered. */
export const goals = ['bring', 'keep', 'sell', 'talk'] as const;

export type Goal = (typeof goals)[number];

/** The goal that each play serves. */
export const goalOf: Readonly<Record<CampaignTypeCode, Goal>> = {
  invite_reward: 'bring',
  welcome_gift: 'bring',
  checkin_plan: 'keep',
  points_exchange: 'keep',
  season_prize: 'keep',
  coupon_drop: 'sell',
  group_price: 'sell',
  trial: 'sell',
  topic: 'talk',
  poll: 'talk',
  quiz: 'talk',
  question: 'talk',
  notice: 'talk',
};

/** The plays that a community is missed in, the first need first. */
const needs = ['checkin_plan', 'welcome_gift', 'points_exchange'] as const satisfies readonly CampaignTypeCode[];

/** A play that can be suggested. */
export type SuggestedType = (typeof needs)[number];

/**
 * The play that a community lacks: a reason to come back, then a welcome, then something to spend points on.
 * @param running the types of the campaigns that are open
 * @param offered the types that can be chosen
 */
export function suggestedType(running: readonly CampaignTypeCode[], offered: readonly CampaignTypeCode[]): SuggestedType | null {
  return needs.find((type) => offered.includes(type) && !running.includes(type)) ?? null;
}
