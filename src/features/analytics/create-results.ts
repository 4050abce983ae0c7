// What came of the campaigns: gone through a page of people at a time, and shown once everybody has been counted.
import type { Caller, No } from '#app/features/call';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';
import { addResults, noResults, type Results } from '#core/rules/analytics/results';

type Page = ValueOf<'analytics.results'>;

/** The results of a community, with the names of those who brought others and the labels of the groups. */
export interface CommunityResults extends Results {
  readonly persons: Readonly<Record<string, Page['sharers'][number]['person']>>;
  readonly labels: Readonly<Record<string, string | null>>;
}

/** One page more. A person is named on the pages on which they brought many, and masked on others: the name counts. */
function withPage(before: CommunityResults, page: Page): CommunityResults {
  const { people, campaigns, cohorts } = page;
  const groups = page.groups.map(({ label: _label, ...group }) => group);
  const sharers = page.sharers.map(({ person: _person, ...sharer }) => sharer);
  const persons = { ...before.persons };
  for (const { memberId, person } of page.sharers) if (!persons[memberId]?.name) persons[memberId] = person;
  return {
    ...addResults(before, { people, campaigns, cohorts, groups, sharers }),
    persons,
    labels: { ...before.labels, ...Object.fromEntries(page.groups.map(({ groupId, label }) => [groupId, label])) },
  };
}

/** Makes the resource. A page that does not come is the answer for all: half a count would mislead. */
export function createResults(caller: Caller, here: () => { readonly communityId: string }): Resource<CommunityResults> {
  return createResource(async () => {
    let value: CommunityResults = { ...noResults, persons: {}, labels: {} };
    let cursor: string | null = null;
    do {
      const input: InputOf<'analytics.results'> = { ...here(), ...(cursor === null ? {} : { cursor }) };
      const reply = await caller.view('analytics.results', input);
      if (!reply.ok) return reply as No;
      value = withPage(value, reply.value);
      cursor = reply.value.cursor;
    } while (cursor !== null);
    return { ok: true, value };
  });
}
