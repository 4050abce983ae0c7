// Who got the prizes of the last season: everybody sees the winners, the owner also whom it passed over and why.
import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { maskedPerson } from '#core/rules/membership/member';
import type { CampaignDocument, MemberDocument, SettlementDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { ViewHandler } from '#server/app/request-context';

type Row = NonNullable<ValueOf<'leaderboard.settlement'>['settlement']>['rows'][number];

/** The latest settlement of a campaign, with names only of those who show them now; why somebody was passed over is theirs and the owner's. */
export const latest: ViewHandler<'leaderboard.settlement'> = async ({ campaignId }, context) => {
  const { communityId, store, caller, member } = context;
  const page = await store.list('settlement.byCampaign', communityId, { prefix: [campaignId], order: 'descending' }, 1);
  const [settlement] = page.documents as unknown as readonly SettlementDocument[];
  const rows = (settlement?.rows ?? []).filter(
    ({ memberId, state }) => state !== 'skipped' || member?.role === 'owner' || memberId === caller.memberId,
  );
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const memberKey = (memberId: string) => makeId(communityId, 'member', memberId);
  const memberIds = rows.map(({ memberId }) => memberId);
  const { people, documents } = await context.peopleWith(memberIds, [campaignKey, ...memberIds.map(memberKey)]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  if (campaign === undefined || campaign.state === 'draft' || campaign.type !== 'season_prize') {
    return { refusal: refuse('not_found', { what: 'campaign' }) };
  }
  if (settlement === undefined) return { value: { settlement: null } };
  const shown = ({ memberId, ...row }: SettlementDocument['rows'][number]): Row => {
    // Whoever has hidden since keeps the place and is not named.
    const isShown = (documents.get(memberKey(memberId)) as MemberDocument | undefined)?.hidden === false;
    const person = (isShown ? people.get(memberId) : undefined) ?? maskedPerson(memberId);
    return { person, ...row, mine: memberId === caller.memberId };
  };
  const { fromOn, untilOn, settledAt, total } = settlement;
  return { value: { settlement: { fromOn, untilOn, settledAt, total, rows: rows.map(shown) } } };
};
