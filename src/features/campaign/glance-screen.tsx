// A campaign as a Moments post shows it: what it is and its terms. Nobody is signed in there, and nothing asks to go on.
import { Text, View } from '@tarojs/components';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskNow } from '#app/features/this-phone';
import { sayTerm } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TermsList } from '#app/ui/terms-list.tsx';
import type { ValueOf } from '#core/contract';

type Glance = ValueOf<'campaign.glance'>;

export interface GlanceScreenProps {
  readonly communityId: string;
  readonly campaignId: string;
}

export function GlanceScreen({ communityId, campaignId }: GlanceScreenProps) {
  const words = useWords();
  const glance = useMemo(
    () =>
      createResource<Glance>(
        async () => (await phone.caller.view('campaign.glance', { communityId, campaignId })) as { ok: true; value: Glance } | No,
      ),
    [communityId, campaignId],
  );
  const state = useStore(glance.store);
  const ask = useCallback(() => void glance.refresh(), [glance]);
  useAskNow(ask);
  const say = words.member.campaign;
  return (
    <Screen title={say.title}>
      <ResourceView state={state} skeleton={<Skeleton shape="card" count={3} label={words.member.shared.loading} />} onRetry={ask}>
        {(value) => (
          <>
            <Card
              id="glance"
              title={value.title}
              aside={<Tag text={value.isOver ? say.ended : words.campaignTypes[value.type].name} tone={value.isOver ? 'plain' : 'blue'} />}
            >
              {value.summary === '' ? null : <Text>{value.summary}</Text>}
              <View className="row row--apart">
                <Text className="strong">{value.community.name}</Text>
                <Text className="quiet tabular">{words.formats.span(value.startsOn, value.endsOn)}</Text>
              </View>
              <Text className="quiet">{value.community.promise}</Text>
            </Card>
            <TermsList id="terms" title={say.terms} lines={value.terms.map((line) => sayTerm(words, line))} />
          </>
        )}
      </ResourceView>
    </Screen>
  );
}
