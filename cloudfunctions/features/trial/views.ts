// Reading a trial: the reports for members, and for the owner what came of it and who has applied.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { runsTheDesk } from '#core/rules/community/roles';
import { groupRefusal } from '#core/rules/community/standing';
import { textIn } from '#core/rules/content/texts';
import { funnelBoardId, USED } from '#core/rules/leaderboard/boards';
import { maskedPerson } from '#core/rules/membership/member';
import { APPLY_SLOT, REPORT_SLOT, trialBoardId, underTrial } from '#core/rules/trial/trial';
import type { ApplicationDocument, CampaignDocument, EntryDocument, SelectionDocument, StockDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Person, ViewHandler } from '#server/app/request-context';

const PAGE = 20;

const noCampaign = () => ({ refusal: refuse('not_found', { what: 'campaign' }) });

type Report = ValueOf<'trial.reports'>['reports'][number];

function isTrial(campaign: CampaignDocument | undefined): campaign is CampaignDocument {
  return campaign !== undefined && campaign.state !== 'draft' && campaign.type === 'trial';
}

/** What somebody may be shown of a report; the reason of a "no" is its writer's to know. */
function reportOf(entry: EntryDocument, people: ReadonlyMap<string, Person>, ownId: string): Report {
  const { memberId, slot, text, writtenAt, state, refusal } = entry;
  const { stars, late } = entry.review ?? { stars: 0, late: false };
  const mine = memberId === ownId;
  const person = people.get(memberId) ?? maskedPerson(memberId);
  return { person, slot, text, stars, late, at: writtenAt, state, refusal: mine ? refusal : null, mine };
}

/** One page of the reports, the newest first: three questions to the store. */
export const reports: ViewHandler<'trial.reports'> = async ({ campaignId, cursor }, context) => {
  const { communityId, caller, community, member, now } = context;
  const range = { prefix: [underTrial(campaignId, REPORT_SLOT)], order: 'descending' } as const;
  const page = context.userContent
    ? await context.store.list('entry.byUnder', communityId, range, PAGE, cursor)
    : { documents: [], cursor: null };
  const entries = page.documents as unknown as readonly EntryDocument[];
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const ownKey = makeId(communityId, 'entry', campaignId, caller.memberId, REPORT_SLOT);
  const writers = [caller.memberId, ...entries.map(({ memberId }) => memberId)];
  const { people, documents } = await context.peopleWith(writers, context.userContent ? [campaignKey, ownKey] : [campaignKey]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  if (!isTrial(campaign)) return noCampaign();
  const outside = runsTheDesk(member?.role) ? null : groupRefusal(community, member, campaign.groupId, 'checkIn', now);
  if (outside !== null) return { refusal: outside };
  const own = textIn(documents.get(ownKey) as EntryDocument | undefined);
  const row = (entry: EntryDocument) => reportOf(entry, people, caller.memberId);
  return {
    value: {
      open: context.userContent,
      title: campaign.title,
      mine: own === null ? null : row(own),
      reports: entries.map(row),
      cursor: page.cursor,
    },
  };
};

/** What came of it, counted in people. */
export const results: ViewHandler<'trial.results'> = async ({ campaignId }, context) => {
  const { communityId } = context;
  const [campaignKey, stockKey, selectionKey] = (['campaign', 'stock', 'selection'] as const).map((table) =>
    makeId(communityId, table, campaignId),
  ) as [string, string, string];
  const documents = await context.store.read([campaignKey, stockKey, selectionKey]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  if (!isTrial(campaign)) return noCampaign();
  const stock = documents.get(stockKey) as StockDocument | undefined;
  const selection = documents.get(selectionKey) as SelectionDocument | undefined;
  const boards = (['applied', 'reported', 'on_time', 'readers', 'converted'] as const).map((what) =>
    trialBoardId(communityId, campaignId, what),
  );
  const used = funnelBoardId(communityId, campaignId, USED);
  const counts = await context.counts([...boards, used]);
  const [applied = 0, reported = 0, onTime = 0, readers = 0, converted = 0] = boards.map((board) => counts.get(board) ?? 0);
  return {
    value: {
      title: campaign.title,
      places: Number(campaign.parameters['places']),
      applied,
      selected: stock?.couponsIssued ?? 0,
      used: counts.get(used) ?? 0,
      reported,
      onTime,
      readers,
      converted,
      ranking:
        selection === undefined
          ? null
          : {
              by: selection.by,
              on: selection.on,
              applicants: selection.applicants,
              least: selection.least,
              unsettled: selection.unsettled,
            },
    },
  };
};

/** One page of who has applied, the latest first, with what they answered. */
export const applicants: ViewHandler<'trial.applicants'> = async ({ campaignId, cursor }, context) => {
  const { communityId } = context;
  const range = { prefix: [campaignId], order: 'descending' } as const;
  const page = await context.store.list('application.byCampaign', communityId, range, PAGE, cursor);
  const applications = page.documents as unknown as readonly ApplicationDocument[];
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const answerKey = (memberId: string) => makeId(communityId, 'entry', campaignId, memberId, APPLY_SLOT);
  const writers = applications.map(({ memberId }) => memberId);
  const { people, documents } = await context.peopleWith(writers, [campaignKey, ...writers.map(answerKey)]);
  if (!isTrial(documents.get(campaignKey) as CampaignDocument | undefined)) return noCampaign();
  const rows = applications.map(({ memberId, appliedAt, outcome, have }) => {
    const answer = textIn(documents.get(answerKey(memberId)) as EntryDocument | undefined);
    const person = people.get(memberId) ?? maskedPerson(memberId);
    return { person, appliedAt, outcome, have, text: answer?.text ?? null, state: answer?.state ?? null };
  });
  return { value: { applicants: rows, cursor: page.cursor } };
};
