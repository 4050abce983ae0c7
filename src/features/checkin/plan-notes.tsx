// What today is in a plan: a rest day, a day with the grace of the one before, what its check-in opened, the cards, the way to graduation.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import type { CheckInReply } from '#app/features/checkin/create-check-ins';
import { MakeUpSheet } from '#app/features/checkin/make-up-sheet.tsx';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { LinkRow } from '#app/ui/card.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import './plan-notes.scss';

type PlanState = NonNullable<CampaignCard['mine']['plan']>;

interface PlanNotesProps {
  readonly campaignId: string;
  readonly plan: PlanState;
  /** Hears what became of a check-in for the day before. */
  readonly onOutcome: (reply: CheckInReply) => void;
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

/** The day before, as long as a check-in can still count for it. */
export function GraceNote({ campaignId, plan, onOutcome, onChange }: PlanNotesProps) {
  const words = useWords();
  const says = words.member.plan;
  const busy = useStore(phone.checkIns.store, ({ stamping }) => stamping.some((one) => one.campaignId === campaignId));
  const { grace } = plan;
  if (grace === null) return null;
  const forYesterday = async () => {
    onOutcome(await phone.checkIns.run(campaignId, grace.on));
    onChange();
  };
  return (
    <View id="grace" className="plan-note">
      <Text>{says.grace(words.formats.clock(grace.untilAt))}</Text>
      <QuietButton id="check-in-yesterday" text={says.graceDo} busy={busy} onTap={() => void forYesterday()} />
    </View>
  );
}

/** The cards that make up a missed day, and how many days they reach. */
function MakeUpRow({ campaignId, plan, onChange }: Pick<PlanNotesProps, 'campaignId' | 'plan' | 'onChange'>) {
  const says = useWords().member.plan;
  const [making, setMaking] = useState(false);
  const { makeUp } = plan;
  if (makeUp === null) return null;
  return (
    <>
      <LinkRow
        id="open-make-up"
        label={makeUp.days.length === 0 ? says.makeUp : says.makeUpMissing(makeUp.days.length)}
        value={says.cards(makeUp.monthly + makeUp.earned)}
        onTap={() => setMaking(true)}
      />
      <MakeUpSheet campaignId={campaignId} makeUp={makeUp} open={making} onClose={() => setMaking(false)} onDone={onChange} />
    </>
  );
}

/** What today's check-in opened, behind its title. */
function UnitRow({ unit }: { readonly unit: NonNullable<PlanState['unit']> }) {
  const says = useWords().member.plan;
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkRow id="open-unit" label={unit.title} value={says.unitDay(unit.day)} onTap={() => setOpen(true)} />
      <Sheet open={open} title={unit.title} onClose={() => setOpen(false)}>
        <Text className="content-unit__text">{unit.text}</Text>
      </Sheet>
    </>
  );
}

/** What wants something today, in a line each: everything else stands in the calendar. */
export function PlanNotesBrief(props: PlanNotesProps) {
  const { restToday, unit, makeUp } = props.plan;
  const says = useWords().member.plan;
  const canMakeUp = makeUp !== null && makeUp.days.length > 0 && makeUp.monthly + makeUp.earned > 0;
  return (
    <>
      {restToday ? (
        <Text id="rest-today" className="quiet">
          {says.restToday}
        </Text>
      ) : null}
      <GraceNote {...props} />
      {unit === null ? null : <UnitRow unit={unit} />}
      {canMakeUp ? <MakeUpRow {...props} /> : null}
    </>
  );
}

export function PlanNotes(props: PlanNotesProps) {
  const words = useWords();
  const says = words.member.plan;
  const { restToday, unit, unitWaits, graduation } = props.plan;
  return (
    <>
      {restToday ? (
        <Text id="rest-today" className="quiet">
          {says.restToday}
        </Text>
      ) : null}
      <GraceNote {...props} />
      {unitWaits ? (
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
      <MakeUpRow {...props} />
    </>
  );
}
