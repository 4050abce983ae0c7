// Reads of a campaign card that several screens share: its kind, its parameters as numbers, and who may do what.

import type { No } from '#app/features/call';
import type { ValueOf } from '#core/contract';

/** A campaign as a member sees it. */
export type CampaignCard = ValueOf<'community.home'>['campaigns'][number];

/** What the picture of a campaign is drawn from: alike of one that is published and of one that is being written. */
export type PicturedCard = Pick<CampaignCard, 'type' | 'title' | 'endsOn' | 'groupLabel' | 'parameters'> & {
  readonly mine: Pick<CampaignCard['mine'], 'priceFen'>;
};

/** The person as they see themselves. */
export type Me = ValueOf<'community.home'>['me'];

/** A parameter that is a number; 0 when the campaign has none of that name. */
export function numberOf(card: Pick<CampaignCard, 'parameters'>, name: string): number {
  const value = card.parameters[name];
  return typeof value === 'number' ? value : 0;
}

/** A parameter that is a text; empty when the campaign has none of that name. */
export function textOf(card: Pick<CampaignCard, 'parameters'>, name: string): string {
  const value = card.parameters[name];
  return typeof value === 'string' ? value : '';
}

/** Whether a campaign gives tickets to whoever claims them. */
export function isClaimed(card: Pick<CampaignCard, 'type'>): boolean {
  return card.type === 'coupon_drop' || card.type === 'group_price';
}

/** Why a person cannot take part now, as a "no"; null when they can. */
export function lockOf(card: CampaignCard): No | null {
  return card.locked === null ? null : ({ ok: false, code: card.locked.code, data: card.locked.data } as unknown as No);
}

/** Whether a "no" says that somebody holds all they can get: their own limit is reached, or nothing is left beside what they hold. */
export function holdsAll({ mine }: { readonly mine: Pick<CampaignCard['mine'], 'claimed'> }, no: No | null): boolean {
  return no?.code === 'limit_reached' || (no?.code === 'sold_out' && mine.claimed > 0);
}

/** Whether a person has what is theirs here: members do, and whoever was put out. */
export function hasOwn(me: Me): boolean {
  return me.joinedAt !== null || me.block !== undefined;
}

/** Whether a person has joined. */
export function hasJoined(me: Me): boolean {
  return me.joinedAt !== null;
}

/** What a campaign is in the eyes of its owner: one that is published ahead of its first day is `scheduled`, whatever else it will be. */
export function stageOf({ state, startsOn }: Pick<CampaignCard, 'state' | 'startsOn'>, today: string): CampaignCard['state'] | 'scheduled' {
  return state === 'live' && startsOn > today ? 'scheduled' : state;
}
