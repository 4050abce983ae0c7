// The ways through the owner's and the clerk's pages that are worth a place of their own; the one list of them.
import { ownerPages } from '#app/features/owner-pages';
import type { OwnersWords } from '#app/i18n/words';

/** One of the owner's pages that can be gone to from every other. */
export interface OwnerWay {
  readonly page: keyof typeof ownerPages;
  readonly who: 'owner' | 'clerk';
  readonly name: (words: OwnersWords) => string;
}

/** In the order in which they are shown: the day, the counter, people, then what is rarely changed. */
export const ownerWays: readonly OwnerWay[] = [
  { page: 'today', who: 'owner', name: ({ owner }) => owner.console.title },
  { page: 'results', who: 'owner', name: ({ owner }) => owner.results.link },
  { page: 'choose', who: 'owner', name: ({ owner }) => owner.console.newCampaign },
  { page: 'counter', who: 'clerk', name: ({ owner }) => owner.console.counterLink },
  { page: 'redemptions', who: 'clerk', name: ({ owner }) => owner.console.recentLink },
  { page: 'orders', who: 'clerk', name: ({ gifts }) => gifts.counter.link },
  { page: 'members', who: 'owner', name: ({ owner }) => owner.console.membersLink },
  { page: 'segments', who: 'owner', name: ({ owner }) => owner.segments.link },
  { page: 'invites', who: 'owner', name: ({ owner }) => owner.inviteReview.title },
  { page: 'promises', who: 'owner', name: ({ owner }) => owner.promises.title },
  { page: 'reviews', who: 'owner', name: ({ owner }) => owner.reviews.title },
  { page: 'moderation', who: 'owner', name: ({ owner }) => owner.moderation.title },
  { page: 'door', who: 'owner', name: ({ owner }) => owner.door.link },
  { page: 'groups', who: 'owner', name: ({ owner }) => owner.console.groupsLink },
  { page: 'points', who: 'owner', name: ({ owner }) => owner.points.policyLink },
  { page: 'about', who: 'owner', name: ({ owner }) => owner.console.aboutLink },
];

/** The ways that are open to somebody of this role. */
export function waysOf(role: 'owner' | 'clerk'): readonly OwnerWay[] {
  return role === 'owner' ? ownerWays : ownerWays.filter(({ who }) => who === 'clerk');
}

/** Whether a path, as the router says it, is this way's page. */
export function isHere(way: OwnerWay, path: string): boolean {
  return path.split('?')[0] === ownerPages[way.page];
}
