// The ways through the owner's and the clerk's pages that are worth a place of their own; the one list of them.
import { ownerPages } from '#app/features/owner-pages';
import type { OwnersWords } from '#app/i18n/words';
import { reaches, type StaffRole } from '#core/rules/community/roles';

/** One of the owner's pages that can be gone to from every other. */
export interface OwnerWay {
  readonly page: keyof typeof ownerPages;
  /** The pages that it leads on to, which have no place of their own. */
  readonly onto?: readonly (keyof typeof ownerPages)[];
  readonly who: StaffRole;
  /** Where it stands on the console of a phone, which has no side: among the tiles, among what is seldom opened, or elsewhere. */
  readonly place: 'tiles' | 'seldom' | null;
  readonly name: (words: OwnersWords) => string;
}

/** In the order in which they are shown: the day, the counter, people, then what is rarely changed. */
const ownerWays: readonly OwnerWay[] = [
  { page: 'today', who: 'co_owner', place: null, name: ({ owner }) => owner.console.title },
  { page: 'results', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.results.link },
  { page: 'choose', onto: ['editor', 'preview'], who: 'co_owner', place: null, name: ({ owner }) => owner.console.newCampaign },
  { page: 'counter', who: 'clerk', place: 'tiles', name: ({ owner }) => owner.console.counterLink },
  { page: 'redemptions', who: 'clerk', place: 'tiles', name: ({ owner }) => owner.console.recentLink },
  { page: 'orders', who: 'clerk', place: 'tiles', name: ({ gifts }) => gifts.counter.link },
  { page: 'members', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.console.membersLink },
  { page: 'segments', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.segments.link },
  { page: 'promises', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.promises.title },
  { page: 'reviews', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.reviews.title },
  { page: 'moderation', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.moderation.title },
  { page: 'door', who: 'co_owner', place: 'seldom', name: ({ owner }) => owner.door.link },
  { page: 'groups', who: 'co_owner', place: 'tiles', name: ({ owner }) => owner.console.groupsLink },
  { page: 'points', who: 'co_owner', place: 'seldom', name: ({ owner }) => owner.points.policyLink },
  { page: 'about', who: 'owner', place: 'seldom', name: ({ owner }) => owner.console.aboutLink },
];

/** The ways that are open to somebody of this role. */
export function waysOf(role: StaffRole): readonly OwnerWay[] {
  return ownerWays.filter(({ who }) => reaches(role, who));
}

/** The ways that stand in a place of the console and are open to somebody of this role. */
export function waysIn(place: 'tiles' | 'seldom', role: StaffRole): readonly OwnerWay[] {
  return waysOf(role).filter((way) => way.place === place);
}

/** Whether a path, as the router says it, is this way's page, or one that the way leads on to. */
export function isHere({ page, onto = [] }: OwnerWay, path: string): boolean {
  const [here] = path.split('?');
  return [page, ...onto].some((one) => ownerPages[one] === here);
}
