// What each clerk has redeemed on a business day, added up as it happens: exact however much it was, and a day is one document.
import type { Workspace } from '#core/rules/audit/workspace';
import type { Redemption, ShiftCount } from '#core/tables';
import type { Fen } from '#core/values/fen';
import { makeId } from '#core/values/ids';

const NOTHING: ShiftCount = { count: 0, orderFen: 0 as Fen, offFen: 0 as Fen, payFen: 0 as Fen, undone: 0 };

/** What two counts come to together. */
function addShifts(one: ShiftCount, other: ShiftCount): ShiftCount {
  return {
    count: one.count + other.count,
    orderFen: (one.orderFen + other.orderFen) as Fen,
    offFen: (one.offFen + other.offFen) as Fen,
    payFen: (one.payFen + other.payFen) as Fen,
    undone: one.undone + other.undone,
  };
}

/** What several counts come to. */
export function sumOfShifts(counts: readonly ShiftCount[]): ShiftCount {
  return counts.reduce(addShifts, NOTHING);
}

/** Counts a redemption for its clerk on its own day, or takes it off there: an undo of the day after changes the day before. */
export function countShift(workspace: Workspace, campaignId: string, redemption: Redemption, happened: 'redeemed' | 'undone'): void {
  const { redeemedOn: on, clerkId, orderFen, offFen, payFen } = redemption;
  const shift = workspace.find('shift', on) ?? { id: makeId(workspace.communityId, 'shift', on), on, clerks: {} };
  const own = shift.clerks[clerkId] ?? {};
  const once = { count: 1, orderFen, offFen, payFen, undone: 0 };
  const back = { count: -1, orderFen: -orderFen as Fen, offFen: -offFen as Fen, payFen: -payFen as Fen, undone: 1 };
  const counted = addShifts(own[campaignId] ?? NOTHING, happened === 'redeemed' ? once : back);
  workspace.put('shift', { ...shift, clerks: { ...shift.clerks, [clerkId]: { ...own, [campaignId]: counted } } });
}
