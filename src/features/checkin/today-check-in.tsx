// Today's one thing: the seal, how many days in a row, and the way to the next milestone.
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { type CheckInValue, checkInNow } from '#app/features/checkin/check-in-now';
import { CheckInOutcome } from '#app/features/checkin/check-in-outcome.tsx';
import { MilestonePaths } from '#app/features/checkin/milestone-path.tsx';
import { PlanNotes } from '#app/features/checkin/plan-notes.tsx';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Seal } from '#app/ui/seal.tsx';
import './today-check-in.scss';

/** How many days in a row, and how many are missing to the next milestone. */
function Streak({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const { mine } = card;
  const next = mine.next === null ? words.member.home.allMilestones : words.member.home.next(mine.next.missingDays, mine.next.points);
  return (
    <View className="today__words">
      <Text className="today__caption">{words.member.home.streak}</Text>
      <View className="today__streak">
        <Text className="today__number" id="streak-days">
          {String(mine.streakDays)}
        </Text>
        <Text className="today__unit">{words.member.home.dayUnit(mine.streakDays)}</Text>
      </View>
      <Text className="today__next">
        {(mine.plan?.milestones.length ?? 0) > 0 ? next : words.member.home.perDay(numberOf(card, 'pointsPerDay'))}
      </Text>
    </View>
  );
}

export function TodayCheckIn({ card, today }: { readonly card: CampaignCard; readonly today: string }) {
  const words = useWords();
  const { busy } = useDeed(phone.checkIn);
  const [outcome, setOutcome] = useState<CheckInValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  // What was said of another day is not said of this one.
  useEffect(() => {
    if (today !== '') setNo(null);
  }, [today]);
  const { mine } = card;
  const locked = mine.checkedInToday ? null : lockOf(card);
  const shownNo = no ?? locked;
  const checkIn = async () => {
    setNo(null);
    const reply = await checkInNow(card.campaignId);
    if (reply?.ok === true) setOutcome(reply.value);
    else setNo(reply);
  };
  return (
    <Card id="today" title={card.title} aside={words.member.home.peopleToday(card.people)}>
      <View className="today">
        <Streak card={card} />
        <Seal
          id="check-in"
          mark={mine.checkedInToday ? String(Number(today.slice(8))) : words.member.home.seal}
          note={mine.checkedInToday ? words.member.home.sealMonth(Number(today.slice(5, 7))) : words.member.home.checkIn}
          stamped={mine.checkedInToday}
          fresh={outcome?.on === today}
          busy={busy}
          label={mine.checkedInToday ? words.member.home.sealedLabel : words.member.home.sealLabel}
          onTap={() => void checkIn()}
        />
      </View>
      <MilestonePaths stops={mine.plan?.milestones ?? []} />
      {outcome === null || outcome.on === today ? null : <CheckInOutcome value={outcome} />}
      {outcome?.on === today ? (
        <>
          <CheckInOutcome value={outcome} />
          <ReminderOffer id="remind-checkin" asked={{ kind: 'checkin_open', campaignId: card.campaignId }} until={card.endsOn} />
        </>
      ) : null}
      {shownNo === null ? null : (
        <NoNote no={shownNo}>{shownNo.code === 'not_in_group' ? <VerifyButton id="verify-group" /> : null}</NoNote>
      )}
      <PlanNotes
        card={card}
        onOutcome={(reply) => {
          setNo(reply?.ok === false ? reply : null);
          if (reply?.ok === true) setOutcome(reply.value);
        }}
        onChange={() => void phone.home.refresh()}
      />
      <LinkRow
        id="open-calendar"
        label={words.member.home.calendar}
        value={words.member.home.total(mine.totalDays)}
        onTap={() => go(pages.calendar, { id: card.campaignId })}
      />
    </Card>
  );
}
