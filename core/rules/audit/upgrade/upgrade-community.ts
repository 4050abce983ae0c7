// Brings all documents of one community from format 1 to today's: the journal is told in today's words, and makes everything else again.
import { createReplay, type Replayed } from '#core/rules/audit/replay';
import { createJournalUpgrade } from '#core/rules/audit/upgrade/older-events';
import type { boards, JournalDocument, ProfileDocument, TableName } from '#core/tables';
import { type Id, tableOf } from '#core/values/ids';

/** A document as it was stored. */
export interface KeptDocument {
  readonly id: Id;
}

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
};

function isBeside({ id }: KeptDocument): boolean {
  return !MADE_BY_THE_JOURNAL[tableOf(id) as TableName];
}

/** Boards that follow from documents beside the journal: their rows stay with those. */
const BOARDS_BESIDE: readonly (keyof typeof boards)[] = ['queue'];

/** Whether a row of a board is kept as it is, because no replay makes it. */
export function isBoardBeside(board: Id): boolean {
  return (BOARDS_BESIDE as readonly string[]).includes(tableOf(board));
}

/** What a community consists of after the upgrade, and what of its journal could not be understood. */
export interface UpgradedCommunity {
  readonly documents: readonly KeptDocument[];
  readonly boards: Replayed['boards'];
  readonly faults: Replayed['faults'];
}

/** A profile from when it was nothing but a nickname. */
function upgradeProfile(profile: Pick<ProfileDocument, 'id' | 'memberId' | 'nickname'> & Partial<ProfileDocument>): ProfileDocument {
  const nothing = { nickname: null, picture: null };
  return { picture: null, waiting: nothing, refused: nothing, waitingSince: null, traceId: null, ...profile };
}

function upgradeBeside(document: KeptDocument): KeptDocument {
  return tableOf(document.id) === 'profile' ? upgradeProfile(document as ProfileDocument) : document;
}

function byStamp(one: JournalDocument, other: JournalDocument): number {
  return one.stamp === other.stamp ? (one.memberId < other.memberId ? -1 : 1) : one.stamp - other.stamp;
}

/** The upgrade of a community, given all of its documents in any order. Documents already in today's shape come out as they went in. */
export function upgradeCommunity(communityId: string, documents: readonly KeptDocument[]): UpgradedCommunity {
  const upgrade = createJournalUpgrade();
  const older = documents.filter(({ id }) => tableOf(id) === 'journal') as JournalDocument[];
  const journals = older.sort(byStamp).map(upgrade);
  const replay = createReplay(communityId);
  for (const journal of journals) replay.add(journal);
  const { documents: made, boards: rows, faults } = replay.finish();
  const beside = documents.filter(isBeside).map(upgradeBeside);
  return { documents: [...journals, ...made.values(), ...beside], boards: rows, faults };
}
