// What a replay of the journal makes, table by table, and what stands beside it.
import type { boards, TableName } from '#core/tables';
import { type Id, tableOf } from '#core/values/ids';

/**
 * Whether the journal makes the documents of a table anew. Those of the others are no action's work, or the journal may say of them no
 * more than that they came about: they stay as they are.
 */
const MADE_BY_THE_JOURNAL: Readonly<Record<TableName, boolean>> = {
  community: true,
  member: true,
  identity: false,
  segment: true,
  profile: false,
  picture: false,
  discardedPicture: false,
  campaign: true,
  campaignVersion: true,
  tally: true,
  stock: true,
  stockPart: true,
  coupon: true,
  order: true,
  invite: true,
  inviteLink: true,
  entry: false,
  leftTexts: false,
  application: true,
  selection: true,
  reminder: true,
  makeGood: true,
  complaint: true,
  review: true,
  joinRequest: true,
  season: true,
  settlement: true,
  daily: true,
  shift: true,
  proof: true,
  journal: true,
  agenda: false,
  secret: false,
  clock: false,
  playground: false,
  wechatSession: false,
  signIn: false,
};

/** Whether a document is one that a replay makes; the journal's own count as such. */
export function isMadeByTheJournal(id: Id): boolean {
  return MADE_BY_THE_JOURNAL[tableOf(id) as TableName];
}

/** Boards that follow from documents beside the journal: their rows stay with those. */
const BOARDS_BESIDE: readonly (keyof typeof boards)[] = ['queue'];

/** Whether a row of a board is kept as it is, because no replay makes it. */
export function isBoardBeside(board: Id): boolean {
  return (BOARDS_BESIDE as readonly string[]).includes(tableOf(board));
}
