// A list of people as a table for spreadsheets: what the owner sees of them on the screen and nothing besides, in their own language.
import type { MemberRow } from '#app/features/membership/create-people';
import { instantDay } from '#app/features/when';
import type { OwnersWords } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';
import { csvTable } from '#core/values/csv';

/** The table; a name stands in it where its member shows it, days are as in 2026-03-01. */
export function peopleTable(
  words: OwnersWords,
  rows: readonly MemberRow[],
  { tags, zone }: { readonly tags: ValueOf<'membership.tags'>['tags']; readonly zone: string },
): string {
  const { owner, tiers } = words;
  const lines = rows.map(({ person, role, tier, tags: borne, joinedAt, lastSeenOn, points, streakDays }) => [
    person.tag,
    person.name,
    owner.shared.roles[role],
    tiers[tier],
    tags.flatMap(({ tagId, name }) => (borne.includes(tagId) ? [name] : [])).join(' '),
    joinedAt === null ? null : instantDay(joinedAt, zone),
    lastSeenOn,
    points,
    streakDays,
  ]);
  return csvTable([owner.people.file.heads, ...lines]);
}
