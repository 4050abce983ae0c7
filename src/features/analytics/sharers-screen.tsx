// Who brought friends, by what became of those friends; each leads to their story.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import type { CommunityResults } from '#app/features/analytics/create-results';
import { rankSharers } from '#app/features/analytics/rank-sharers';
import { go } from '#app/features/go';
import { Leaves } from '#app/features/leaves.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { EmptyState } from '#app/ui/states.tsx';

/** So many sharers stand on a leaf. */
const ROWS_MAX = 50;

function Sharers({ results }: { readonly results: CommunityResults }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.people.sharers;
  const ranked = rankSharers(results.sharers);
  if (ranked.length === 0) return <EmptyState id="no-sharers" text={says.empty} />;
  return (
    <>
      <PlainList id="sharers-ranked">
        <Leaves items={ranked} rowsMax={ROWS_MAX}>
          {({ memberId, rank, joined, active, used }) => {
            const person = results.persons[memberId];
            const facts = [says.joined(formats.people(joined)), says.used(formats.coupons(used))];
            return (
              <View
                key={memberId}
                className="plain-list__row"
                id={`sharer-${memberId}`}
                role="button"
                hoverClass="card--pressed"
                onClick={() => go(ownerPages.person, { m: memberId })}
              >
                <Text className="tabular strong">{formats.count(rank)}</Text>
                <Avatar name={person?.name ?? null} tag={person?.tag ?? ''} picture={person?.avatar ?? null} />
                <View className="plain-list__words">
                  <Text className="plain-list__name">{owner.shared.person(person?.name ?? null, person?.tag ?? '')}</Text>
                  <Text className="tabular">{says.active(formats.people(active))}</Text>
                  <Text className="quiet tabular">{facts.join(' · ')}</Text>
                </View>
                <View className="link-row__arrow" />
              </View>
            );
          }}
        </Leaves>
      </PlainList>
      <Text className="quiet">{says.note}</Text>
    </>
  );
}

function Body() {
  const state = useResource(desk.results);
  const ask = useCallback(() => void desk.results.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(results) => <Sharers results={results} />}
    </ResourceView>
  );
}

export function SharersScreen() {
  const says = useOwnersWords().owner.people.sharers;
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {() => <Body />}
    </OwnerScreen>
  );
}
