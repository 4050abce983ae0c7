// How a board stood at the end of its last week or month.
import { refuse } from '#core/refusals';
import { lastSeason, SEASON_PLACES, seasonId } from '#core/rules/leaderboard/season';
import { tagOf } from '#core/rules/membership/member';
import type { SeasonDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import type { Person, ViewHandler } from '#server/app/request-context';

/** The season that was closed last, with names only of those who still show them. */
export const last: ViewHandler<'leaderboard.last'> = async (input, context) => {
  const { communityId, store, caller, today } = context;
  const latest = lastSeason(input.kind, input.period, addDays(today, -1));
  // For some minutes after its end a season is not closed yet: then the one before is the last.
  const before = lastSeason(input.kind, input.period, addDays(latest.fromOn, -1));
  const ids = [latest, before].map((season) => seasonId(communityId, season));
  const found = await store.read(ids);
  const season = ids.map((id) => found.get(id)).find((document) => document !== undefined) as SeasonDocument | undefined;
  if (season === undefined) return { refusal: refuse('not_found', { what: 'season' }) };

  // More are kept where prizes were to be given; what is shown is the same for every season.
  const rows = season.rows.slice(0, SEASON_PLACES);
  const memberIds = rows.map(({ memberId }) => memberId);
  const [people, members] = await Promise.all([
    context.people(memberIds),
    context.load(
      'member',
      memberIds.map((memberId) => [memberId]),
    ),
  ]);
  const top = rows.map(({ memberId, rank, points, at }, index) => {
    const masked: Person = { memberId, name: null, tag: tagOf(memberId), avatar: null };
    // Whoever has hidden since keeps the place and is not named.
    const person = (members[index]?.hidden === false ? people.get(memberId) : undefined) ?? masked;
    return { person, rank, points, at, mine: memberId === caller.memberId };
  });
  const { fromOn, untilOn, total } = season;
  return { value: { fromOn, untilOn, total, top, mine: top.find((row) => row.mine) ?? null } };
};
