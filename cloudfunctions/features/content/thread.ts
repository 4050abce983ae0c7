// Reading what members have written, page by page, the newest first: people are masked unless they show a name.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { runsTheDesk } from '#core/rules/community/roles';
import { groupRefusal } from '#core/rules/community/standing';
import { isQuestion, questionSlot, replySlot, TOPIC_SLOT, textIn, underQuestion } from '#core/rules/content/texts';
import { askedBy } from '#core/rules/content/write';
import { maskedPerson } from '#core/rules/membership/member';
import type { CampaignDocument, EntryDocument } from '#core/tables';
import { type Id, makeId } from '#core/values/ids';
import type { Person, ViewContext, ViewHandler } from '#server/app/request-context';

const PAGE = 20;

type Row = ValueOf<'content.thread'>['posts'][number];

/** What somebody may be shown of a text; the reason of a "no" is its writer's to know. */
function rowOf(entry: EntryDocument, people: ReadonlyMap<string, Person>, ownId: string, acceptedId: string | null): Row {
  const { memberId, slot, text, writtenAt, state } = entry;
  const mine = memberId === ownId;
  return {
    person: people.get(memberId) ?? maskedPerson(memberId),
    slot,
    text,
    at: writtenAt,
    state,
    refusal: mine ? entry.refusal : null,
    mine,
    accepted: isQuestion(slot) ? entry.acceptedId !== null : memberId === acceptedId,
  };
}

/** The ids of the caller's own texts in this place, whatever has become of them: only a first page shows them. */
function ownIds(
  input: { readonly campaignId: string; readonly question?: { memberId: string; slot: string } | undefined },
  context: ViewContext,
): Id[] {
  const { caller, communityId, member } = context;
  const { campaignId, question } = input;
  const idOf = (slot: string) => makeId(communityId, 'entry', campaignId, caller.memberId, slot);
  if (question !== undefined) return [idOf(replySlot(question))];
  const asked = member === null ? 0 : askedBy(member, campaignId);
  return [TOPIC_SLOT, ...Array.from({ length: asked }, (_, index) => questionSlot(index + 1))].map(idOf);
}

/** What stands in a topic, the questions of a Q&A, or the answers to one of them: three questions to the store, whichever it is. */
export const thread: ViewHandler<'content.thread'> = async (input, context) => {
  const { communityId, campaignId, cursor } = { ...input, communityId: context.communityId };
  const { caller, community, member, now } = context;
  const asked = input.question;
  const under = asked === undefined ? campaignId : underQuestion({ campaignId, ...asked });
  const range = { prefix: [under], order: 'descending' } as const;
  const page = context.userContent
    ? await context.store.list('entry.byUnder', communityId, range, PAGE, cursor)
    : { documents: [], cursor: null };
  const posts = page.documents as unknown as readonly EntryDocument[];
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const questionKeys = asked === undefined ? [] : [makeId(communityId, 'entry', campaignId, asked.memberId, asked.slot)];
  const own = cursor === undefined && context.userContent ? ownIds(input, context) : [];
  const writers = [caller.memberId, ...(asked === undefined ? [] : [asked.memberId]), ...posts.map(({ memberId }) => memberId)];
  const { people, documents } = await context.peopleWith(writers, [campaignKey, ...questionKeys, ...own]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  if (campaign === undefined || campaign.state === 'draft' || campaignTypes[campaign.type].memberTexts !== true) {
    return { refusal: refuse('not_found', { what: 'campaign' }) };
  }
  const outside = runsTheDesk(member?.role) ? null : groupRefusal(community, member, campaign.groupId, 'checkIn', now);
  if (outside !== null) return { refusal: outside };
  const question = textIn(documents.get(questionKeys[0] ?? '') as EntryDocument | undefined);
  const isSeen = question?.state === 'shown' || question?.memberId === caller.memberId;
  if (asked !== undefined && context.userContent && !isSeen) return { refusal: refuse('not_found', { what: 'entry' }) };
  const acceptedId = question?.acceptedId ?? null;
  const row = (entry: EntryDocument) => rowOf(entry, people, caller.memberId, acceptedId);
  const mine = own.flatMap((id) => textIn(documents.get(id) as EntryDocument | undefined) ?? []);
  return {
    value: {
      open: context.userContent,
      title: campaign.title,
      question: question === null || !context.userContent ? null : row(question),
      mine: mine.map(row),
      posts: posts.map(row),
      cursor: page.cursor,
    },
  };
};
