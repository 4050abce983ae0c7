// The groups that a community knows, and binding the one that this phone was opened from.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { sayTextProblem } from '#app/features/say-text-problem';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { instantDayText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { DoneNote, EmptyState, RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Community = ValueOf<'community.home'>['community'];

function GroupList({ community }: { readonly community: Community }) {
  const words = useOwnersWords();
  const says = words.owner.groups;
  const state = useResource(desk.groups);
  const ask = useCallback(() => void desk.groups.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {({ groups }) =>
        groups.length === 0 ? (
          <EmptyState id="no-groups" text={says.empty} />
        ) : (
          <PlainList id="groups">
            {groups.map(({ groupId, label, boundAt }) => (
              <View key={groupId} className="plain-list__row">
                <Text className="plain-list__name">{label}</Text>
                <Text className="quiet">{says.bound(instantDayText(words, boundAt, community.zone))}</Text>
              </View>
            ))}
          </PlainList>
        )
      }
    </ResourceView>
  );
}

function Binding({ communityId }: { readonly communityId: string }) {
  const words = useOwnersWords();
  const { owner } = words;
  const says = owner.groups;
  const { binding } = desk;
  const state = useStore(binding.store);
  const problem = state.problem === null ? undefined : sayTextProblem(words, state.problem);
  return (
    <Card title={says.bindTitle}>
      <Field
        id="group-label"
        label={says.label}
        value={state.label}
        placeholder={says.labelExample}
        hint={says.labelHint}
        lengthMax={20}
        problem={problem}
        onChange={binding.type}
      />
      {state.outside ? <RefusalNote code="group_needed" reason={says.noGroup} next={says.whyText} /> : null}
      {state.no === null ? null : <NoNote no={state.no} />}
      {state.bound === null ? null : <DoneNote id="bind-done" text={says.nowBound(state.bound)} next={says.boundNext} />}
      <PrimaryButton id="bind-group" text={says.bind} busy={state.busy} onTap={() => void binding.bind(communityId)} />
    </Card>
  );
}

export function GroupsScreen() {
  const says = useOwnersWords().owner.groups;
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {({ community }) => (
        <>
          <GroupList community={community} />
          <Binding communityId={community.communityId} />
        </>
      )}
    </OwnerScreen>
  );
}
