// A new campaign begins with its goal; the type that serves it comes with its own form.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import './choose-screen.scss';

function TypeList() {
  const words = useWords();
  const state = useResource(desk.types);
  const ask = useCallback(() => void desk.types.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {({ types }) =>
        types.map(({ code }) => {
          const says = words.campaignTypes[code];
          return (
            <View
              key={code}
              id={`type-${code}`}
              className="goal"
              role="button"
              hoverClass="card--pressed"
              onClick={() => go(ownerPages.editor, { type: code })}
            >
              <View className={`goal__picture goal__picture--${code}`} aria-hidden>
                <View className="goal__part" />
                <View className="goal__part" />
              </View>
              <View className="goal__words">
                <Text className="goal__goal">{says.goal}</Text>
                <Text className="goal__name">{says.name}</Text>
                <Text className="goal__text">{says.explanation}</Text>
              </View>
              <View className="link-row__arrow" />
            </View>
          );
        })
      }
    </ResourceView>
  );
}

export function ChooseScreen() {
  const says = useWords().owner.choose;
  return (
    <OwnerScreen title={says.title} who="owner" heading={says.heading} intro={says.intro}>
      {() => <TypeList />}
    </OwnerScreen>
  );
}
