// Everything that the owner's and the clerk's screens hold: their stores on the phone's caller, forgotten when another community is looked at.

import { type CommunityResults, createResults } from '#app/features/analytics/create-results';
import type { Caller, No } from '#app/features/call';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { createEditor, type Editor } from '#app/features/campaign/create-editor';
import { createImproving, type Improving } from '#app/features/campaign/create-improving';
import type { Communities, Memory } from '#app/features/community/communities';
import { type AboutForm, createAboutForm } from '#app/features/community/create-about-form';
import { type CommunityForm, createCommunityForm } from '#app/features/community/create-community-form';
import { createDoor, type Door } from '#app/features/community/create-door';
import { createGroupBinding, type GroupBinding } from '#app/features/community/create-group-binding';
import { createDeed, type Deed } from '#app/features/deed';
import { createPeople, type People } from '#app/features/membership/create-people';
import { createSegments, type Segments } from '#app/features/membership/create-segments';
import { createModeration, type Moderation } from '#app/features/moderation/create-moderation';
import { createTextsQueue, type TextsQueue } from '#app/features/moderation/create-texts-queue';
import { createPaged, type Paged } from '#app/features/paged';
import { createOrderDesk, type OrderDesk } from '#app/features/points/create-orders';
import { createPointsDesk, type PointsDesk } from '#app/features/points/create-points-desk';
import { type Counter, createCounter } from '#app/features/redemption/create-counter';
import { createLateScans, type LateScans } from '#app/features/redemption/create-late-scans';
import { createShift, type ShiftReport } from '#app/features/redemption/create-shift';
import { createServerClock, type ServerClock } from '#app/features/redemption/server-clock';
import { createResource, type Resource } from '#app/features/resource';
import { createReviews, type Reviews } from '#app/features/risk/create-reviews';
import type { InputOf, ValueOf } from '#core/contract';

/** A line of the redemptions. */
export type RedemptionLine = ValueOf<'redemption.recent'>['lines'][number];
/** A promise that broke and has not been made good. */
export type BrokenPromise = ValueOf<'promise.open'>['promises'][number];
/** A complaint of a member. */
export type Complaint = ValueOf<'promise.complaints'>['complaints'][number];
/** A campaign in the owner's console. */
export type OwnerCampaign = ValueOf<'analytics.today'>['campaigns'][number];

/** An invite as the owner looks into it. */
export type ReviewedInvite = ValueOf<'invite.review'>['invites'][number];

type InCampaign = { readonly communityId: string; readonly campaignId: string };

/** The stores of an owner or a clerk. */
export interface OwnerDesk {
  readonly today: Resource<ValueOf<'analytics.today'>>;
  readonly days: Resource<ValueOf<'analytics.days'>>;
  readonly results: Resource<CommunityResults>;
  readonly groups: Resource<ValueOf<'community.groups'>>;
  readonly types: Resource<ValueOf<'campaign.types'>>;
  readonly tags: Resource<ValueOf<'membership.tags'>>;
  readonly needs: Resource<ValueOf<'analytics.needs'>>;
  readonly people: People;
  readonly recent: Paged<RedemptionLine, null>;
  /** With how many there are in all. */
  readonly promises: Paged<BrokenPromise, number>;
  /** The complaints by what has become of them. */
  readonly complaints: Readonly<Record<Complaint['state'], Paged<Complaint, null>>>;
  /** Every draft, and every campaign that has ended. */
  readonly past: Readonly<Record<'draft' | 'ended', Paged<CampaignCard, null>>>;
  readonly editor: Editor;
  readonly improving: Improving;
  readonly counter: Counter;
  /** What was scanned without a network. */
  readonly late: LateScans;
  readonly clock: ServerClock;
  readonly shift: ShiftReport;
  readonly orders: OrderDesk;
  readonly points: PointsDesk;
  readonly moderation: Moderation;
  readonly segments: Segments;
  readonly texts: TextsQueue;
  readonly reviews: Reviews;
  readonly communityForm: CommunityForm;
  readonly binding: GroupBinding;
  readonly aboutForm: AboutForm;
  readonly door: Door;
  readonly publish: Deed<InputOf<'campaign.publish'>, 'campaign.publish'>;
  readonly discard: Deed<InCampaign, 'campaign.discard'>;
  readonly pause: Deed<InCampaign, 'campaign.pause'>;
  readonly resume: Deed<InCampaign, 'campaign.resume'>;
  readonly end: Deed<InCampaign, 'campaign.end'>;
  readonly post: Deed<InCampaign, 'campaign.post'>;
  readonly appoint: Deed<InputOf<'community.appoint'>, 'community.appoint'>;
  readonly block: Deed<InputOf<'community.block'>, 'community.block'>;
  readonly unblock: Deed<InputOf<'community.unblock'>, 'community.unblock'>;
  readonly reverseInvite: Deed<InputOf<'invite.reverse'>, 'invite.reverse'>;
  readonly tag: Deed<InputOf<'membership.tag'>, 'membership.tag'>;
  readonly saveTag: Deed<InputOf<'membership.saveTag'>, 'membership.saveTag'>;
  readonly removeTag: Deed<InputOf<'membership.removeTag'>, 'membership.removeTag'>;
  readonly settle: Deed<InputOf<'promise.settle'>, 'promise.settle'>;
  readonly warnAt: Deed<InputOf<'campaign.warnAt'>, 'campaign.warnAt'>;
  readonly answer: Deed<InputOf<'promise.answer'>, 'promise.answer'>;
  readonly undo: Deed<{ communityId: string; couponId: string; reason: string }, 'redemption.undo'>;
  /** The invites of one campaign. */
  invites(communityId: string, campaignId: string): Paged<ReviewedInvite, null>;
  /** The console with one campaign among the others, however old it is. */
  todayWith(communityId: string, campaignId: string): Resource<ValueOf<'analytics.today'>>;
  /** A campaign as its owner will publish it. */
  preview(communityId: string, campaignId: string): Resource<ValueOf<'campaign.preview'>>;
}

/** What a desk is made of. */
export interface OwnerDeskParts {
  readonly caller: Caller;
  readonly communities: Communities;
  readonly memory: Memory;
  readonly newId: () => string;
  readonly askForProof: () => Promise<string | null>;
  /** What is said about the community has changed. */
  readonly onSaved: () => void;
}

/** What an owner or a clerk does with one tap. */
function createDeeds(caller: Caller, newId: () => string) {
  return {
    publish: createDeed((input, requestId) => caller.change('campaign.publish', input, requestId), newId),
    discard: createDeed((input, requestId) => caller.change('campaign.discard', input, requestId), newId),
    pause: createDeed((input, requestId) => caller.change('campaign.pause', input, requestId), newId),
    resume: createDeed((input, requestId) => caller.change('campaign.resume', input, requestId), newId),
    end: createDeed((input, requestId) => caller.change('campaign.end', input, requestId), newId),
    post: createDeed((input, requestId) => caller.change('campaign.post', input, requestId), newId),
    appoint: createDeed((input, requestId) => caller.change('community.appoint', input, requestId), newId),
    block: createDeed((input, requestId) => caller.change('community.block', input, requestId), newId),
    unblock: createDeed((input, requestId) => caller.change('community.unblock', input, requestId), newId),
    tag: createDeed((input, requestId) => caller.change('membership.tag', input, requestId), newId),
    saveTag: createDeed((input, requestId) => caller.change('membership.saveTag', input, requestId), newId),
    removeTag: createDeed((input, requestId) => caller.change('membership.removeTag', input, requestId), newId),
    settle: createDeed((input, requestId) => caller.change('promise.settle', input, requestId), newId),
    reverseInvite: createDeed((input, requestId) => caller.change('invite.reverse', input, requestId), newId),
    warnAt: createDeed((input, requestId) => caller.change('campaign.warnAt', input, requestId), newId),
    answer: createDeed((input, requestId) => caller.change('promise.answer', input, requestId), newId),
    undo: createDeed((input, requestId) => caller.change('redemption.undo', input, requestId), newId),
  } satisfies Partial<OwnerDesk>;
}

/** What an owner or a clerk reads page by page. */
function createLists(caller: Caller, here: () => { readonly communityId: string }) {
  const recent = createPaged<RedemptionLine, null>(async (cursor) => {
    const reply = await caller.view('redemption.recent', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    return reply.ok ? { ok: true, items: reply.value.lines, cursor: reply.value.cursor, head: null } : (reply as No);
  });
  const promises = createPaged<BrokenPromise, number>(async (cursor) => {
    const reply = await caller.view('promise.open', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    return reply.ok ? { ok: true, items: reply.value.promises, cursor: reply.value.cursor, head: reply.value.total } : (reply as No);
  });
  const complaintsIn = (state: Complaint['state']) =>
    createPaged<Complaint, null>(async (cursor) => {
      const reply = await caller.view('promise.complaints', { ...here(), state, ...(cursor === undefined ? {} : { cursor }) });
      return reply.ok ? { ok: true, items: reply.value.complaints, cursor: reply.value.cursor, head: null } : (reply as No);
    });
  const complaints = { open: complaintsIn('open'), answered: complaintsIn('answered'), settled: complaintsIn('settled') };
  const pastIn = (state: 'draft' | 'ended') =>
    createPaged<CampaignCard, null>(async (cursor) => {
      const reply = await caller.view('campaign.list', { ...here(), state, ...(cursor === undefined ? {} : { cursor }) });
      return reply.ok ? { ok: true, items: reply.value.cards, cursor: reply.value.cursor, head: null } : (reply as No);
    });
  return { recent, promises, complaints, past: { draft: pastIn('draft'), ended: pastIn('ended') } };
}

/** What an owner chooses from: the bound groups, the tags, the segments, the types of campaigns. */
function createOffers(caller: Caller, newId: () => string, here: () => { readonly communityId: string }) {
  const groups = createResource(
    async () => (await caller.view('community.groups', here())) as { ok: true; value: ValueOf<'community.groups'> } | No,
  );
  const tags = createResource(
    async () => (await caller.view('membership.tags', here())) as { ok: true; value: ValueOf<'membership.tags'> } | No,
  );
  const types = createResource(
    async () => (await caller.view('campaign.types', here())) as { ok: true; value: ValueOf<'campaign.types'> } | No,
  );
  return { groups, tags, types, segments: createSegments(caller, newId, here) };
}

interface TillParts extends Pick<OwnerDeskParts, 'caller' | 'memory' | 'newId'> {
  readonly here: () => { readonly communityId: string };
  readonly onRedeemed: () => void;
}

/** What stands at the counter: the shift, the scans, what waits for a network, and the server's time. */
function createTill({ caller, memory, newId, here, onRedeemed }: TillParts) {
  const late = createLateScans(caller, memory, onRedeemed);
  const clock = createServerClock(memory);
  const counter = createCounter({ caller, newId, onRedeemed, late, now: clock.now });
  return { late, clock, counter, shift: createShift(caller, here) } satisfies Partial<OwnerDesk>;
}

/** What an owner looks into of one campaign. */
function createLooks(caller: Caller): Pick<OwnerDesk, 'invites' | 'todayWith' | 'preview'> {
  return {
    invites: (communityId, campaignId) =>
      createPaged<ReviewedInvite, null>(async (cursor) => {
        const reply = await caller.view('invite.review', { communityId, campaignId, ...(cursor === undefined ? {} : { cursor }) });
        return reply.ok ? { ok: true, items: reply.value.invites, cursor: reply.value.cursor, head: null } : (reply as No);
      }),
    todayWith: (communityId, campaignId) =>
      createResource(
        async () =>
          (await caller.view('analytics.today', { communityId, campaignId })) as { ok: true; value: ValueOf<'analytics.today'> } | No,
      ),
    preview: (communityId, campaignId) =>
      createResource(
        async () =>
          (await caller.view('campaign.preview', { communityId, campaignId })) as { ok: true; value: ValueOf<'campaign.preview'> } | No,
      ),
  };
}

/** How the day, the days before it and the campaigns go. */
function createNumbers(caller: Caller, here: () => { readonly communityId: string }) {
  const today = createResource(
    async () => (await caller.view('analytics.today', here())) as { ok: true; value: ValueOf<'analytics.today'> } | No,
  );
  const days = createResource(
    async () => (await caller.view('analytics.days', here())) as { ok: true; value: ValueOf<'analytics.days'> } | No,
  );
  const needs = createResource(
    async () => (await caller.view('analytics.needs', here())) as { ok: true; value: ValueOf<'analytics.needs'> } | No,
  );
  return { today, days, needs, results: createResults(caller, here) };
}

/** Makes a desk. */
export function createOwnerDesk({ caller, communities, memory, newId, askForProof, onSaved }: OwnerDeskParts): OwnerDesk {
  const here = () => ({ communityId: communities.current() });
  const { today, days, needs, results } = createNumbers(caller, here);
  const { groups, tags, types, segments } = createOffers(caller, newId, here);
  const { recent, promises, complaints, past } = createLists(caller, here);
  const moderation = createModeration(caller, newId, here);
  const texts = createTextsQueue(caller, newId, here);
  const reviews = createReviews(caller, newId, here);
  const orders = createOrderDesk(caller, newId, here);
  const people = createPeople(caller, here);
  const points = createPointsDesk(caller, newId, here);
  const door = createDoor({ caller, newId, here, onSaved });
  const till = createTill({ caller, memory, newId, here, onRedeemed: () => void recent.refresh() });

  let lookedAt = communities.store.getState().communityId;
  communities.store.subscribe(({ communityId }) => {
    if (communityId === lookedAt) return;
    lookedAt = communityId;
    const lists = [recent, promises, ...Object.values(complaints), ...Object.values(past)];
    for (const shown of [today, days, needs, results, groups, tags, types, points.policy, ...lists]) shown.clear();
    till.counter.next();
    for (const held of [till.shift, orders, moderation, segments, texts, reviews, door]) held.clear();
  });

  return {
    today,
    days,
    needs,
    results,
    groups,
    tags,
    types,
    people,
    recent,
    promises,
    complaints,
    past,
    ...till,
    orders,
    points,
    moderation,
    segments,
    texts,
    reviews,
    door,
    editor: createEditor({ caller, newId, now: Date.now }),
    improving: createImproving(caller, newId),
    communityForm: createCommunityForm({
      caller,
      newId,
      askForProof,
      onMade: async (communityId) => {
        communities.look(communityId);
        await communities.load();
      },
    }),
    aboutForm: createAboutForm({ caller, newId, onSaved }),
    binding: createGroupBinding({ caller, newId, askForProof, onBound: () => void groups.refresh() }),
    ...createDeeds(caller, newId),
    ...createLooks(caller),
  };
}
