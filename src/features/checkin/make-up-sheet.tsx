// Making up a missed day: the cards that are left, the days that they reach, and what a made-up day counts for.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import './plan-notes.scss';

type MakeUp = NonNullable<NonNullable<CampaignCard['mine']['plan']>['makeUp']>;

export function MakeUpSheet({
  campaignId,
  makeUp,
  open,
  onClose,
  onDone,
}: {
  readonly campaignId: string;
  readonly makeUp: MakeUp;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const says = words.member.plan;
  const { busy } = useDeed(phone.makeUp);
  const [no, setNo] = useState<No | null>(null);
  const [made, setMade] = useState<{ readonly on: string; readonly streakDays: number } | null>(null);
  const left = makeUp.monthly + makeUp.earned;
  const use = async (on: string) => {
    setNo(null);
    const reply = await phone.makeUp.run({ communityId: phone.communities.current(), campaignId, on });
    if (reply === null) return;
    if (reply.ok) setMade(reply.value);
    else setNo(reply as No);
    onDone();
  };
  const coming = makeUp.checkInsToCard === null ? null : says.nextCard(makeUp.checkInsToCard);
  return (
    <Sheet open={open} title={says.makeUp} onClose={onClose}>
      <View className="plan-note" id="make-up">
        <Text className="strong" id="cards-left">
          {says.cardsLeft(left, makeUp.monthly)}
        </Text>
        {coming === null ? null : <Text className="quiet">{coming}</Text>}
        {made === null ? null : <DoneNote id="made-up" text={says.madeUp(words.formats.day(made.on), made.streakDays)} />}
        {no === null ? null : <NoNote no={no} />}
        {makeUp.days.length === 0 ? <Text className="quiet">{says.nothingMissing(makeUp.reachDays)}</Text> : null}
        {makeUp.days.map((on) => (
          <QuietButton
            key={on}
            id={`make-up-${on}`}
            text={says.makeUpDay(words.formats.day(on))}
            busy={busy}
            disabled={left === 0}
            onTap={() => void use(on)}
          />
        ))}
        <Text className="quiet">{says.counts}</Text>
      </View>
    </Sheet>
  );
}
