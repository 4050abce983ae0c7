// Brings all documents of one community from format 1 to today's: the journal is told in today's words, and makes everything else again.
import { isMadeByTheJournal } from '#core/rules/audit/made-by-the-journal';
import { createReplay, type Replayed } from '#core/rules/audit/replay';
import { createJournalUpgrade } from '#core/rules/audit/upgrade/older-events';
import type { JournalDocument, ProfileDocument } from '#core/tables';
import { type Id, tableOf } from '#core/values/ids';

/** A document as it was stored. */
export interface KeptDocument {
  readonly id: Id;
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
  const beside = documents.filter(({ id }) => !isMadeByTheJournal(id)).map(upgradeBeside);
  return { documents: [...journals, ...made.values(), ...beside], boards: rows, faults };
}
