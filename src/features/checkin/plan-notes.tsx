// What today is in a plan: a rest day, a day with the grace of the one before, what its check-in opened, the cards, the way to graduation.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { checkInNow } from '#app/features/checkin/check-in-now';
import { MakeUpSheet } from '#app/features/checkin/make-up-sheet.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { LinkRow } from '#app/ui/card.tsx';
import './plan-notes.scss';

interface PlanNotesProps {
  readonly card: CampaignCard;
  /** Hears what became of a check-in for the day before. */
  readonly onOutcome: (reply: Awaited<ReturnType<typeof checkInNow>>) => void;
  /** Something about the plan has changed. */
  readonly onChange: () => void;
}

/** What a day's check-in opened. */
export function ContentUnit({ day, title, text }: { readonly day: number; readonly title: string; readonly text: string }) {
  const words = useWords();
  return (
    <View id={`unit-${day}`} className="content-unit">
      <Text className="content-unit__day">{words.member.plan.unitDay(day)}</Text>
      <Text className="strong">{title}</Text>
      <Text className="content-unit__text">{text}</Text>
    </View>
  );
}

export function PlanNotes({ card, onOutcome, onChange }: PlanNotesProps) {
  const words = useWords();
  const says = words.member.plan;
  const { busy } = useDeed(phone.checkIn);
  const [making, setMaking] = useState(false);
  const { plan } = card.mine;
  if (plan === null) return null;
  const { grace, makeUp, unit, graduation } = plan;
  const forYesterday = async (on: string) => {
    onOutcome(await checkInNow(card.campaignId, on));
    onChange();
  };
  return (
    <>
      {plan.restToday ? (
        <Text id="rest-today" className="quiet">
          {says.restToday}
        </Text>
      ) : null}
      {grace === null ? null : (
        <View id="grace" className="plan-note">
          <Text>{says.grace(words.formats.clock(grace.untilAt))}</Text>
          <QuietButton id="check-in-yesterday" text={says.graceDo} busy={busy} onTap={() => void forYesterday(grace.on)} />
        </View>
      )}
      {plan.unitWaits ? (
        <Text id="unit-waits" className="quiet">
          {says.unitWaits}
        </Text>
      ) : null}
      {unit === null ? null : <ContentUnit {...unit} />}
      {graduation === null ? null : (
        <Text id="graduation" className={graduation.graduatedOn === null ? 'quiet' : 'plan-note__graduated'}>
          {graduation.graduatedOn === null
            ? says.toGraduation(Math.max(0, graduation.days - graduation.done), graduation.points)
            : says.graduatedOn(words.formats.day(graduation.graduatedOn))}
        </Text>
      )}
      {makeUp === null ? null : (
        <>
          <LinkRow
            id="open-make-up"
            label={makeUp.days.length === 0 ? says.makeUp : says.makeUpMissing(makeUp.days.length)}
            value={says.cards(makeUp.monthly + makeUp.earned)}
            onTap={() => setMaking(true)}
          />
          <MakeUpSheet campaignId={card.campaignId} makeUp={makeUp} open={making} onClose={() => setMaking(false)} onDone={onChange} />
        </>
      )}
    </>
  );
}
