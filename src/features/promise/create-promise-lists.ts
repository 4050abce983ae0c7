// What is read of promises page by page: every version of the rules, who holds what, and what I have complained of.
import type { Caller, No } from '#app/features/call';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

/** One version of a campaign's rules. */
export type Version = ValueOf<'campaign.versions'>['versions'][number];
/** Somebody who holds or waits for something of a campaign. */
export type Holder = ValueOf<'promise.holders'>['holders'][number];
/** A complaint as its member sees it. */
export type MyComplaint = ValueOf<'promise.complaintsOfMine'>['complaints'][number];
/** One kind of holding. */
export type HolderPart = InputOf<'promise.holders'>['part'];

type InCampaign = { readonly communityId: string; readonly campaignId: string };

const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** The versions of a campaign, the newest first. */
export function createVersions(caller: Caller, campaign: InCampaign): Paged<Version, null> {
  return createPaged(async (cursor) => {
    const reply = await caller.view('campaign.versions', { ...campaign, ...after(cursor) });
    return reply.ok ? { ok: true, items: reply.value.versions, cursor: reply.value.cursor, head: null } : (reply as No);
  });
}

/** Who holds or waits for one part of a campaign; its head is how many there are in all, where that is known. */
export function createHolders(caller: Caller, campaign: InCampaign, part: HolderPart): Paged<Holder, number | null> {
  return createPaged(async (cursor) => {
    const reply = await caller.view('promise.holders', { ...campaign, part, ...after(cursor) });
    return reply.ok ? { ok: true, items: reply.value.holders, cursor: reply.value.cursor, head: reply.value.total } : (reply as No);
  });
}

/** The caller's own complaints, the newest first. */
export function createMyComplaints(caller: Caller, communityId: string): Paged<MyComplaint, null> {
  return createPaged(async (cursor) => {
    const reply = await caller.view('promise.complaintsOfMine', { communityId, ...after(cursor) });
    return reply.ok ? { ok: true, items: reply.value.complaints, cursor: reply.value.cursor, head: null } : (reply as No);
  });
}
