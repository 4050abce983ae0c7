// Today's one thing: the seal, how many days in a row, and the last stretch to the next milestone; all else stands in the calendar.
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, lockOf } from '#app/features/campaign/campaign-parts';
import { CheckInOutcome } from '#app/features/checkin/check-in-outcome.tsx';
import { type CheckInReply, type CheckInValue, stampedCard } from '#app/features/checkin/create-check-ins';
import { NextStretch } from '#app/features/checkin/milestone-path.tsx';
import { PlanNotesBrief } from '#app/features/checkin/plan-notes.tsx';
import { Streak } from '#app/features/checkin/streak.tsx';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useStamping } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Seal } from '#app/ui/seal.tsx';
import './today-check-in.scss';

/** The seal of today; its stamp falls at the tap. */
function TodaySeal({ card, today, onTap }: TodayCheckInProps & { readonly onTap: () => void }) {
  const says = useWords().member.home;
  const busy = useStamping(card.campaignId);
  const stamped = card.mine.checkedInToday;
  return (
    <Seal
      id="check-in"
      mark={stamped ? String(Number(today.slice(8))) : says.seal}
      note={stamped ? says.sealMonth(Number(today.slice(5, 7))) : says.checkIn}
      stamped={stamped}
      busy={busy}
      label={stamped ? says.sealedLabel : says.sealLabel}
      onTap={onTap}
    />
  );
}

interface TodayCheckInProps {
  readonly card: CampaignCard;
  readonly today: string;
}

export function TodayCheckIn({ card: answered, today }: TodayCheckInProps) {
  const words = useWords();
  const stamping = useStamping(answered.campaignId);
  const [outcome, setOutcome] = useState<CheckInValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  // What was said of another day is not said of this one.
  useEffect(() => {
    if (today !== '') setNo(null);
  }, [today]);
  const card = stamping ? stampedCard(answered) : answered;
  const { mine } = card;
  const shownNo = no ?? (mine.checkedInToday ? null : lockOf(card));
  const hear = (reply: CheckInReply) => {
    setNo(reply?.ok === false ? reply : null);
    if (reply?.ok === true) setOutcome(reply.value);
  };
  const checkIn = async () => {
    setNo(null);
    hear(await phone.checkIns.run(card.campaignId));
  };
  const isOfToday = outcome?.on === today;
  return (
    <Card id="today" title={card.title} aside={words.member.home.peopleToday(card.people)}>
      <View className="today">
        <Streak card={card} />
        <TodaySeal card={card} today={today} onTap={() => void checkIn()} />
      </View>
      {mine.next === null ? null : <NextStretch next={mine.next} stops={mine.plan?.milestones ?? []} />}
      {outcome === null ? null : <CheckInOutcome value={outcome} />}
      {isOfToday ? (
        <ReminderOffer id="remind-checkin" asked={{ kind: 'checkin_open', campaignId: card.campaignId }} until={card.endsOn} />
      ) : null}
      {shownNo === null ? null : (
        <NoNote no={shownNo}>{shownNo.code === 'not_in_group' ? <VerifyButton id="verify-group" /> : null}</NoNote>
      )}
      <View className="today__rows">
        {mine.plan === null ? null : (
          <PlanNotesBrief campaignId={card.campaignId} plan={mine.plan} onOutcome={hear} onChange={() => void phone.home.refresh()} />
        )}
        <LinkRow
          id="open-calendar"
          label={words.member.home.calendar}
          value={words.member.home.total(mine.totalDays)}
          onTap={() => go(pages.calendar, { id: card.campaignId })}
        />
      </View>
    </Card>
  );
}
