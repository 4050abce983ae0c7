// Who got the prizes of the last season: everybody sees the winners, the owner also whom it passed over and why.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { runsTheDesk } from '#core/rules/community/roles';
import { prizeAbout, type SettledRow, worthOfRow } from '#core/rules/leaderboard/settle-season';
import { maskedPerson } from '#core/rules/membership/member';
import type { CampaignDocument, MakeGoodDocument, MemberDocument, SettlementDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { ViewHandler } from '#server/app/request-context';

type Row = NonNullable<ValueOf<'leaderboard.settlement'>['settlement']>['rows'][number];

/** How an owed prize stands: given, made good in words, or neither yet. */
function stateOfOwed(promise: MakeGoodDocument | undefined): 'owed' | 'paid' | 'settled' {
  if (promise === undefined || promise.settledAt === null) return 'owed';
  return promise.words === null ? 'paid' : 'settled';
}

/** The latest settlement of a campaign, with names only of those who show them now; why somebody was passed over is theirs and the owner's. */
export const latest: ViewHandler<'leaderboard.settlement'> = async ({ campaignId }, context) => {
  const { communityId, store, caller, member } = context;
  const page = await store.list('settlement.byCampaign', communityId, { prefix: [campaignId], order: 'descending' }, 1);
  const [settlement] = page.documents as unknown as readonly SettlementDocument[];
  const rows = (settlement?.rows ?? []).filter(
    ({ memberId, state }) => state !== 'skipped' || runsTheDesk(member?.role) || memberId === caller.memberId,
  );
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const memberKey = (memberId: string) => makeId(communityId, 'member', memberId);
  const memberIds = rows.map(({ memberId }) => memberId);
  // What a season that was cut short owes is settled on the owner's list, and nowhere else.
  const owed = rows.filter(({ state }) => state === 'owed');
  const owedKey = (memberId: string) => makeId(communityId, 'makeGood', campaignId, memberId, prizeAbout(settlement?.untilOn ?? ''));
  const promises = owed.map(({ memberId }) => owedKey(memberId));
  const { people, documents } = await context.peopleWith(memberIds, [campaignKey, ...memberIds.map(memberKey), ...promises]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  if (campaign === undefined || campaign.state === 'draft' || campaign.type !== 'season_prize') {
    return { refusal: refuse('not_found', { what: 'campaign' }) };
  }
  if (settlement === undefined) return { value: { settlement: null } };
  const shown = (settled: SettledRow): Row => {
    const { memberId, rank, days, place, reason } = settled;
    // Whoever has hidden since keeps the place and is not named.
    const isShown = (documents.get(memberKey(memberId)) as MemberDocument | undefined)?.hidden === false;
    const person = (isShown ? people.get(memberId) : undefined) ?? maskedPerson(memberId);
    const state = settled.state === 'owed' ? stateOfOwed(documents.get(owedKey(memberId)) as MakeGoodDocument | undefined) : settled.state;
    return { person, rank, days, place, ...worthOfRow(settled), state, reason, mine: memberId === caller.memberId };
  };
  const { fromOn, untilOn, settledAt, total, cutAt } = settlement;
  return { value: { settlement: { fromOn, untilOn, settledAt, total, endedEarly: cutAt !== undefined, rows: rows.map(shown) } } };
};
