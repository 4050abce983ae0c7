// A new campaign begins with its goal: under each stand the plays that serve it, with what members see and what it costs.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { goalOf, goals, type SuggestedType, suggestedType } from '#app/features/campaign/suggest-type';
import { TypePicture } from '#app/features/campaign/type-picture.tsx';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import './choose-screen.scss';

/** One play; the one that is suggested says why, in its own place. */
function Play({ type, suggested }: { readonly type: CampaignTypeCode; readonly suggested: SuggestedType | null }) {
  const words = useOwnersWords();
  const { choose } = words.owner;
  const says = words.campaignTypes[type];
  const isSuggested = type === suggested;
  return (
    <View id={`type-${type}`} className="play" role="button" hoverClass="card--pressed" onClick={() => go(ownerPages.editor, { type })}>
      <TypePicture type={type} marked={isSuggested} />
      <View className="play__words">
        <View className="play__head">
          <Text className="play__name">{says.name}</Text>
          {isSuggested ? <Tag text={choose.suggestion} tone="green" /> : null}
        </View>
        {isSuggested ? <Text className="play__why">{choose.reasons[type]}</Text> : null}
        <Text className="play__text">{says.explanation}</Text>
        <Text className="play__costs">{choose.costs(says.costs)}</Text>
      </View>
      <View className="link-row__arrow" />
    </View>
  );
}

function Plays({ home }: { readonly home: ValueOf<'community.home'> }) {
  const { choose } = useOwnersWords().owner;
  const state = useResource(desk.types);
  const ask = useCallback(() => void desk.types.refresh(), []);
  useAskNow(ask);
  const running = home.campaigns.map(({ type }) => type);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {({ types }) => {
        const offered = types.map(({ code }) => code);
        const suggested = suggestedType(running, offered);
        return goals
          .map((goal) => ({ goal, plays: offered.filter((code) => goalOf[code] === goal) }))
          .filter(({ plays }) => plays.length > 0)
          .map(({ goal, plays }) => (
            <View key={goal} id={`goal-${goal}`} className="plays">
              <Text className="plays__goal">{choose.goals[goal]}</Text>
              <View className="plays__list">
                {plays.map((type) => (
                  <Play key={type} type={type} suggested={suggested} />
                ))}
              </View>
            </View>
          ));
      }}
    </ResourceView>
  );
}

export function ChooseScreen() {
  const says = useOwnersWords().owner.choose;
  return (
    <OwnerScreen title={says.title} who="co_owner" heading={says.heading} intro={says.intro}>
      {(home) => <Plays home={home} />}
    </OwnerScreen>
  );
}
