// The only list of campaign types.
import type { CampaignType, Trigger } from '#core/rules/campaign/define-type';
import { checkinPlan } from '#core/rules/campaign/types/checkin-plan';
import { couponDrop } from '#core/rules/campaign/types/coupon-drop';
import { groupPrice } from '#core/rules/campaign/types/group-price';
import { inviteReward } from '#core/rules/campaign/types/invite-reward';
import { notice } from '#core/rules/campaign/types/notice';
import { pointsExchange } from '#core/rules/campaign/types/points-exchange';
import { poll } from '#core/rules/campaign/types/poll';
import { question } from '#core/rules/campaign/types/question';
import { quiz } from '#core/rules/campaign/types/quiz';
import { seasonPrize } from '#core/rules/campaign/types/season-prize';
import { topic } from '#core/rules/campaign/types/topic';
import { trial } from '#core/rules/campaign/types/trial';
import { welcomeGift } from '#core/rules/campaign/types/welcome-gift';

const list = [
  checkinPlan,
  couponDrop,
  groupPrice,
  inviteReward,
  welcomeGift,
  pointsExchange,
  seasonPrize,
  quiz,
  poll,
  topic,
  question,
  notice,
  trial,
] as const;

/** The stored code of a campaign type. */
export type CampaignTypeCode = (typeof list)[number]['code'];

/** Every campaign type by its code. Types with parameters erased: the engine checks parameters before it hands them over. */
export const campaignTypes = Object.fromEntries(list.map((type) => [type.code, type])) as unknown as Readonly<
  Record<CampaignTypeCode, CampaignType>
>;

/** All codes, in the order in which an owner is offered them. */
export const campaignTypeCodes = list.map((type) => type.code) as readonly CampaignTypeCode[];

/** Whether a type answers to a trigger. */
export function answersTo(code: CampaignTypeCode, trigger: Trigger): boolean {
  return campaignTypes[code].trigger === trigger;
}

export type { CampaignParameters } from '#core/rules/campaign/parameters';
