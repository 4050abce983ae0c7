// Everything that is held about a member, for the member: their own documents, their coupons and invites, and what the journal says.
import type { ValueOf } from '#core/contract';
import { openProfile } from '#core/rules/membership/profile';
import type { IndexName, ProfileDocument, ReviewDocument } from '#core/tables';
import type { ViewContext, ViewHandler } from '#server/app/request-context';
import { BadCursor } from '#server/ports/bad-cursor';

type Part = ValueOf<'membership.export'>;
type Section = Part['section'];

const PAGE = 50;

/** The sections in their order; each but the first is a walk over an index that begins with the member's id. */
const walks: Readonly<Record<Exclude<Section, 'person'>, { readonly index: IndexName; readonly next: Section | null }>> = {
  coupons: { index: 'coupon.byMember', next: 'orders' },
  orders: { index: 'order.byMember', next: 'invites' },
  invites: { index: 'invite.byInviter', next: 'texts' },
  texts: { index: 'entry.byMember', next: 'journal' },
  journal: { index: 'journal.byMember', next: null },
};

/** `section` or `section~cursor`: where the next page begins. */
const CURSOR = /^(coupons|orders|invites|texts|journal)(?:~(.+))?$/;

/** A profile without the name of a check that is under way: only WeChat and this server know it, which is why its answer is believed. */
function withoutTrace(communityId: string, document: ProfileDocument): ProfileDocument {
  const profile = openProfile(communityId, document.memberId, document);
  const { nickname, picture } = profile.waiting;
  return { ...profile, traceId: null, waiting: { nickname, picture: picture && { ...picture, traceId: null } } };
}

/** A review without the accounts that it rests on: they are other people. */
function withoutAccounts(review: ReviewDocument | null): Omit<ReviewDocument, 'accounts'> | null {
  if (review === null) return null;
  const { accounts: _accounts, ...own } = review;
  return own;
}

/** The member's own documents: role and standing, the account, what they show, what they are reminded of, what a review says, what they were asked when they came, and the pictures themselves. */
async function personPart({ communityId, caller, load, pictures }: ViewContext): Promise<Part> {
  const key = [[caller.memberId]];
  const [members, identities, profiles, reminders, reviews, requests] = await Promise.all([
    load('member', key),
    load('identity', key),
    load('profile', key),
    load('reminder', key),
    load('review', key),
    load('joinRequest', key),
  ]);
  const shownAs = profiles.map((profile) => profile && withoutTrace(communityId, profile));
  const documents = [...members, ...identities, ...shownAs, ...reminders, ...reviews.map(withoutAccounts), ...requests].flatMap(
    (document) => (document === null ? [] : [{ ...document }]),
  );
  const kept = [profiles[0]?.picture, profiles[0]?.waiting?.picture].flatMap((picture) => picture ?? []);
  const shown = kept.map(({ pictureId, address }) => ({ id: pictureId, source: pictures.show(address) }));
  return { section: 'person', documents: [...documents, ...shown], cursor: 'coupons' };
}

/** One page of everything; the cursor leads from section to section. */
export const exportMine: ViewHandler<'membership.export'> = async (input, context) => {
  if (input.cursor === undefined) return { value: await personPart(context) };
  const [, name, cursor] = CURSOR.exec(input.cursor) ?? [];
  if (name === undefined) throw new BadCursor();
  const section = name as keyof typeof walks;
  const { index, next } = walks[section];
  const range = { prefix: [context.caller.memberId], order: 'ascending' } as const;
  const page = await context.store.list(index, context.communityId, range, PAGE, cursor);
  const documents = page.documents.map((document) => ({ ...document }));
  return { value: { section, documents, cursor: page.cursor === null ? next : `${section}~${page.cursor}` } };
};
