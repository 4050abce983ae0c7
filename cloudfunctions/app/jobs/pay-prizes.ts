// Pays the prizes of settled seasons, or records that they are owed: one winner at a time, since an action moves the points of one member.
import { done } from '#core/rules/decision';
import { payEvents, settlementId } from '#core/rules/leaderboard/settle-season';
import type { SettlementDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface Prize extends JobItem {
  readonly campaignId: string;
  readonly untilOn: Day;
  readonly memberId: string;
  /** It is not paid, but recorded as owed. */
  readonly isOwed: boolean;
}

/** How many settlements one look goes through. */
const SETTLEMENTS_MAX = 10;

export const payPrizes = defineJob<Prize, unknown>({
  name: 'prize',
  looksFor: 'winners of settled seasons who have not got their prize yet, or whom none is on record as owed to',
  async find({ store, communityId }) {
    const page = await store.list('settlement.byOpen', communityId, { prefix: [], order: 'ascending' }, SETTLEMENTS_MAX);
    const waiting = (page.documents as unknown as readonly SettlementDocument[]).flatMap(({ campaignId, untilOn, rows, cutAt }) =>
      rows
        .filter(({ state }) => state === 'waiting')
        .map(({ memberId }): Prize => {
          return { key: jobKey('prize', campaignId, untilOn, memberId), campaignId, untilOn, memberId, isOwed: cutAt !== undefined };
        }),
    );
    return waiting.slice(0, ITEMS_MAX);
  },
  documents: ({ campaignId, untilOn, memberId, isOwed }, { communityId }) => [
    settlementId(communityId, { campaignId, untilOn }),
    makeId(communityId, 'member', memberId),
    ...(isOwed ? [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'tally')] : [makeId(communityId, 'stock', campaignId)]),
  ],
  decide({ campaignId, untilOn, memberId }, workspace, { today, codes }) {
    const settlement = workspace.get('settlement', campaignId, untilOn);
    const row = settlement.rows.find((one) => one.memberId === memberId && one.state === 'waiting');
    return row === undefined ? done({}, []) : done({}, payEvents(workspace, settlement, row, { today, numberOf: codes.couponNumber }));
  },
});
