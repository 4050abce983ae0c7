// What stands on a campaign's share card, as words: the same for the owner's preview and for the picture in the chat.

import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import { giftPicture } from '#app/features/campaign/gift-picture';
import { contentCardOf, isContent } from '#app/features/content/content-card';
import { conditionText, stubOf, worthOfCard } from '#app/features/coupon/coupon-text';
import { sidesOf } from '#app/features/invite/invite-parts';
import { trialCardOf } from '#app/features/trial/trial-card';
import { benefitLabel } from '#app/i18n/say-benefit';
import type { Words } from '#app/i18n/words';

/** A share card in words. */
export interface CardPicture {
  /** Which of the product's pictures it carries. */
  readonly kind: 'seal' | 'ticket' | 'thread';
  readonly community: string;
  readonly title: string;
  /** The one thing that it gives, largest after the title. */
  readonly gives: string;
  /** The condition, or what more there is. */
  readonly condition: string;
  /** How many, or for whom. */
  readonly note: string;
  readonly until: string;
  readonly foot: string;
  /** The characters in the picture itself: in the seal, or in the two circles of the thread. */
  readonly marks: readonly string[];
}

function numberOf(card: PicturedCard, name: string): number {
  const value = card.parameters[name];
  return typeof value === 'number' ? value : 0;
}

function firstMilestone(card: PicturedCard): { readonly days: number; readonly points: number } | undefined {
  const value = card.parameters.milestones;
  return Array.isArray(value) ? (value as { days: number; points: number }[])[0] : undefined;
}

/** What a campaign gives, in one line. */
export function sayGives(words: Words, card: PicturedCard): string {
  const { gives, condition } = cardPictureOf(words, card, '');
  return [gives, condition].filter((part) => part !== '').join(' · ');
}

/** Puts a campaign's card into words. */
export function cardPictureOf(words: Words, card: PicturedCard, community: string): CardPicture {
  const { formats, owner } = words;
  const says = owner.card;
  const group = card.groupLabel === null ? '' : owner.shared.onlyGroup(card.groupLabel);
  const shared = { community, title: card.title, until: says.until(formats.day(card.endsOn)), foot: says.terms };
  if (isContent(card.type)) return { ...shared, ...contentCardOf(words, card, card.type, group) };
  if (card.type === 'trial') return { ...shared, ...trialCardOf(words, card, group) };
  const worth = worthOfCard(card);
  const stub = stubOf(words, worth);
  const gives = 'fen' in stub ? formats.money(stub.fen) : stub.text;
  const condition = conditionText(words, worth);
  switch (card.type) {
    case 'checkin_plan': {
      const perDay = numberOf(card, 'pointsPerDay');
      const milestone = firstMilestone(card);
      const more = milestone === undefined ? '' : says.checkin.milestone(milestone.days, milestone.points);
      return {
        ...shared,
        kind: 'seal',
        gives: perDay === 0 ? says.checkin.daysOnly : says.checkin.perDay(perDay),
        condition: more,
        note: group,
        marks: [says.checkin.mark],
      };
    }
    case 'coupon_drop': {
      const limit = says.coupon.limit(formats.count(numberOf(card, 'stock')), numberOf(card, 'perMemberMax'));
      return {
        ...shared,
        kind: 'ticket',
        gives,
        condition,
        note: group === '' ? limit : group,
        marks: [],
      };
    }
    case 'group_price': {
      const limit = says.groupPrice.limit(formats.count(numberOf(card, 'stock')), numberOf(card, 'quantityMax'));
      return { ...shared, kind: 'ticket', gives, condition, note: group === '' ? limit : group, marks: [] };
    }
    case 'welcome_gift':
    case 'season_prize':
    case 'points_exchange':
      return { ...shared, ...giftPicture(words, card), note: group };
    case 'invite_reward':
      return {
        ...shared,
        kind: 'thread',
        gives: says.invite.gives[sidesOf(card)](benefitLabel(words.benefits, worth.benefit)),
        condition: says.invite.moment,
        note: condition,
        marks: [says.invite.me, says.invite.friend],
      };
  }
}
