// A plan on its own page: what it gives, and for whoever is in it how far they have come, with the stamp that falls at the tap.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, numberOf } from '#app/features/campaign/campaign-parts';
import { CheckInOutcome } from '#app/features/checkin/check-in-outcome.tsx';
import { type CheckInReply, type CheckInValue, stampedCard } from '#app/features/checkin/create-check-ins';
import { MilestonePaths } from '#app/features/checkin/milestone-path.tsx';
import { PlanNotes } from '#app/features/checkin/plan-notes.tsx';
import { Streak } from '#app/features/checkin/streak.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { useStamping } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import { SealMark } from '#app/ui/seal.tsx';

export interface PlanProgressProps {
  readonly card: CampaignCard;
  readonly today: string;
  readonly joined: boolean;
  readonly onChange: () => void;
}

/** What became of a check-in for the day before. */
function useOutcome() {
  const [outcome, setOutcome] = useState<CheckInValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  const hear = (reply: CheckInReply) => {
    setNo(reply?.ok === false ? reply : null);
    if (reply?.ok === true) setOutcome(reply.value);
  };
  return { outcome, no, hear };
}

export function PlanProgress({ card: answered, today, joined, onChange }: PlanProgressProps) {
  const { member } = useWords();
  const stamping = useStamping(answered.campaignId);
  const { outcome, no, hear } = useOutcome();
  const card = stamping ? stampedCard(answered) : answered;
  const { checkedInToday, plan } = card.mine;
  const perDay = <Text className="strong">{member.home.perDay(numberOf(card, 'pointsPerDay'))}</Text>;
  if (!joined || plan === null) {
    return (
      <Card>
        {perDay}
        <MilestonePaths stops={plan?.milestones ?? []} />
      </Card>
    );
  }
  return (
    <Card id="progress">
      <View className="today">
        <Streak card={card} />
        <SealMark
          mark={checkedInToday ? String(Number(today.slice(8))) : member.home.seal}
          note={checkedInToday ? member.home.sealMonth(Number(today.slice(5, 7))) : ''}
          stamped={checkedInToday}
        />
      </View>
      <MilestonePaths stops={plan.milestones} />
      {perDay}
      {outcome === null ? null : <CheckInOutcome value={outcome} />}
      {no === null ? null : <NoNote no={no} />}
      <PlanNotes campaignId={card.campaignId} plan={plan} onOutcome={hear} onChange={onChange} />
    </Card>
  );
}
