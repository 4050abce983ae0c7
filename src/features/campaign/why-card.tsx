// Why I can take part, or cannot: every condition with its numbers in a sheet, and for what is missing the next step.
import { Text, View } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone } from '#app/features/this-phone';
import { sayCondition, sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './why-card.scss';

type Why = ValueOf<'campaign.why'>;
type Condition = Why['conditions'][number];

function ConditionRow({ condition }: { readonly condition: Condition }) {
  const words = useWords();
  const { whyMet, whyUnmet } = words.member.campaign;
  const { refusal } = condition;
  const said = refusal === null ? { reason: sayCondition(words, condition) } : sayNo(words, refusal);
  const isMet = refusal === null;
  return (
    <View className="why__row" id={`why-${condition.code}`} data-met={isMet ? '1' : '0'}>
      <View className={`why__mark why__mark--${isMet ? 'met' : 'unmet'}`} role="img" aria-label={isMet ? whyMet : whyUnmet} />
      <View className="why__words">
        <Text className={isMet ? '' : 'strong'}>{said.reason}</Text>
        {said.next === undefined ? null : <Text className="quiet">{said.next}</Text>}
      </View>
    </View>
  );
}

function WhyList({ communityId, campaignId }: { readonly communityId: string; readonly campaignId: string }) {
  const words = useWords();
  const say = words.member.campaign;
  const why = useMemo(() => {
    const resource = createResource<Why>(
      async () => (await phone.caller.view('campaign.why', { communityId, campaignId })) as { ok: true; value: Why } | No,
    );
    void resource.refresh();
    return resource;
  }, [communityId, campaignId]);
  const state = useStore(why.store);
  const ask = useCallback(() => void why.refresh(), [why]);
  // Nobody acts to take part in prizes of the board: what is met is met as it stands.
  const whyCan = (conditions: readonly Condition[]) =>
    conditions.some(({ code }) => code === 'prize_place') ? words.season.wouldWin : say.whyCan;
  return (
    <ResourceView state={state} skeleton={<Skeleton shape="row" count={3} label={words.member.shared.loading} />} onRetry={ask}>
      {({ conditions, can }) => (
        <>
          <Text className="quiet">
            {can ? whyCan(conditions) : say.whyCannot(conditions.filter(({ refusal }) => refusal !== null).length)}
          </Text>
          {conditions.map((condition) => (
            <ConditionRow key={condition.code} condition={condition} />
          ))}
        </>
      )}
    </ResourceView>
  );
}

/** The way to the explanation, on the page of a campaign. */
export function WhyCard({ page }: { readonly page: ValueOf<'campaign.open'> }) {
  const say = useWords().member.campaign;
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkButton id="open-why" text={say.why} onTap={() => setOpen(true)} />
      <Sheet open={open} title={say.whyTitle} onClose={() => setOpen(false)}>
        <WhyList communityId={page.community.communityId} campaignId={page.card.campaignId} />
      </Sheet>
    </>
  );
}
