// What needs the owner now, as one list: what harms people who were promised something comes first, what can wait a day comes last.
import type { ValueOf } from '#core/contract';
import { addDays } from '#core/values/day';

type Someone = ValueOf<'analytics.needs'>['asleep'];

/** In the order of harm. */
const needKinds = [
  'promises',
  'complaints',
  'reviews',
  'applicants',
  'gone',
  'low',
  'texts',
  'looks',
  'orders',
  'asleep',
  'season',
  'unwelcomed',
  'draft',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** One thing: how many there are (`more`: at least), and of which campaign where it is of one. */
export interface Need {
  readonly kind: NeedKind;
  readonly count: number;
  readonly more: boolean;
  readonly campaign: { readonly campaignId: string; readonly title: string } | null;
}

/** What is known so far; null has not come yet. */
export interface NeedFacts {
  readonly today: ValueOf<'analytics.today'>;
  readonly days: ValueOf<'analytics.days'> | null;
  readonly needs: ValueOf<'analytics.needs'> | null;
  readonly orders: { readonly count: number; readonly more: boolean } | null;
}

/** Everything that needs the owner now; nothing where there is nothing. */
export function needsNow({ today, days, needs, orders }: NeedFacts): readonly Need[] {
  const some = (kind: NeedKind, count: number, more = false): Need[] => (count === 0 ? [] : [{ kind, count, more, campaign: null }]);
  const someone = (kind: NeedKind, one: Someone | undefined) => some(kind, one?.people ?? 0, one?.more);
  const ofCampaigns = (kind: NeedKind, isMeant: (campaign: (typeof today)['campaigns'][number]) => boolean) =>
    today.campaigns.filter(isMeant).map(
      ({ card: { campaignId, title } }): Need => ({
        kind,
        count: 1,
        more: false,
        campaign: { campaignId, title },
      }),
    );
  const tomorrow = addDays(today.today, 1);
  const found: Readonly<Record<NeedKind, readonly Need[]>> = {
    promises: some('promises', days?.promises ?? 0),
    complaints: some('complaints', days?.complaints ?? 0),
    reviews: some('reviews', needs?.reviews ?? 0),
    applicants: some('applicants', needs?.applicants ?? 0),
    gone: ofCampaigns('gone', ({ gone }) => gone.length > 0),
    low: ofCampaigns('low', ({ low, gone, card }) => low.length > 0 && gone.length === 0 && card.state !== 'ended'),
    texts: some('texts', today.textsWaiting),
    looks: some('looks', days?.waiting ?? 0),
    orders: some('orders', orders?.count ?? 0, orders?.more),
    asleep: someone('asleep', needs?.asleep),
    season: ofCampaigns('season', ({ seasonEndsOn }) => seasonEndsOn === tomorrow),
    unwelcomed: someone('unwelcomed', needs?.unwelcomed),
    // Of several, the one that was begun last: the others are on the page of campaigns.
    draft: ofCampaigns('draft', ({ card }) => card.state === 'draft').slice(0, 1),
  };
  return needKinds.flatMap((kind) => found[kind]);
}
