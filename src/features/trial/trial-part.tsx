// A trial on its own page: what is tried, the next thing for this member to do, and the reports of those who have tried it.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, hasJoined, lockOf, type Me, numberOf } from '#app/features/campaign/campaign-parts';
import { contentDeeds } from '#app/features/content/content-deeds';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { trialDeeds } from '#app/features/trial/trial-deeds';
import { TrialReports } from '#app/features/trial/trial-reports.tsx';
import { useUnsent } from '#app/features/unsent';
import { useWords } from '#app/i18n/use-words';
import { LinkButton, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { Criterion } from '#core/rules/campaign/types/trial';
import { ANSWER_TEXT_MAX, REPORT_TEXT_MAX, REPORT_TEXT_MIN } from '#core/rules/trial/trial';

interface TrialProps {
  readonly card: CampaignCard;
  readonly me: Me;
  readonly zone: string;
  readonly onChange: () => void;
}

type Part = Extract<NonNullable<CampaignCard['mine']['entry']>, { kind: 'trial' }>;

/** One paragraph: a new line is a space to the server. */
const oneLine = (typed: string) => typed.replace(/\s+/g, ' ').trim();

function Apply({ card, onChange }: Pick<TrialProps, 'card' | 'onChange'>) {
  const { trial } = useWords();
  const { busy } = useDeed(trialDeeds.apply);
  const [kept, setTyped] = useUnsent(`trial-answer.${card.campaignId}`);
  const typed = kept ?? '';
  const [no, setNo] = useState<No | null>(null);
  const send = async () => {
    const input = { communityId: phone.communities.current(), campaignId: card.campaignId, text: oneLine(typed) };
    const reply = await trialDeeds.apply.run(input);
    if (reply === null) return;
    setNo(reply.ok ? null : (reply as No));
    if (reply.ok) {
      setTyped(null);
      void phone.home.refresh();
    }
    onChange();
  };
  return (
    <Card id="trial-apply-card">
      <TextArea
        id="trial-answer"
        label={String(card.parameters.question ?? '')}
        value={typed}
        lengthMax={ANSWER_TEXT_MAX}
        counted={trial.length(typed.length, ANSWER_TEXT_MAX)}
        onChange={setTyped}
      />
      {no === null ? null : <NoNote no={no} />}
      <PrimaryButton id="trial-apply" text={trial.apply} busy={busy} disabled={typed.trim() === ''} onTap={() => void send()} />
    </Card>
  );
}

function Report({ card, onChange }: Pick<TrialProps, 'card' | 'onChange'>) {
  const { trial } = useWords();
  const { busy } = useDeed(trialDeeds.report);
  const [kept, setTyped] = useUnsent(`trial-words.${card.campaignId}`);
  const [keptStars, setStars] = useUnsent(`trial-stars.${card.campaignId}`);
  const typed = kept ?? '';
  const stars = Number(keptStars ?? 5);
  const [no, setNo] = useState<No | null>(null);
  const text = oneLine(typed);
  const send = async () => {
    const input = { communityId: phone.communities.current(), campaignId: card.campaignId, text, stars };
    const reply = await trialDeeds.report.run(input);
    if (reply === null) return;
    setNo(reply.ok ? null : (reply as No));
    if (reply.ok) {
      setTyped(null);
      setStars(null);
    }
    onChange();
  };
  return (
    <Card id="trial-report-card">
      <ChoiceField
        id="trial-stars"
        label={trial.stars}
        value={String(stars)}
        choices={[5, 4, 3, 2, 1].map((count) => ({ value: String(count), text: trial.star(count) }))}
        onChange={setStars}
      />
      <TextArea
        id="trial-words"
        label={trial.reportWords}
        value={typed}
        lengthMax={REPORT_TEXT_MAX}
        counted={trial.length(text.length, REPORT_TEXT_MAX)}
        onChange={setTyped}
      />
      {no === null ? null : <NoNote no={no} />}
      <PrimaryButton id="trial-report" text={trial.send} busy={busy} disabled={text.length < REPORT_TEXT_MIN} onTap={() => void send()} />
    </Card>
  );
}

/** Waiting to be chosen, or told that it was somebody else. */
function Applied({ card, part, onChange }: { readonly card: CampaignCard; readonly part: Part; readonly onChange: () => void }) {
  const { trial } = useWords();
  const isOver = lockOf(card)?.code === 'campaign_ended';
  if (part.outcome === 'not_selected') {
    const by = card.parameters.by as Criterion;
    const least = part.least === null ? null : trial.have(by, part.least);
    return <DoneNote id="trial-not-selected" text={trial.notSelected(trial.have(by, part.have ?? 0), least)} />;
  }
  if (part.answer === 'waiting') return <DoneNote id="trial-answer-waits" text={trial.answerWaits} />;
  const takeBack = async () => {
    await contentDeeds.remove.run({ communityId: phone.communities.current(), campaignId: card.campaignId, slot: 'apply' });
    onChange();
  };
  const isFull = card.parameters.selection === 'first_come' && card.left === 0;
  return (
    <>
      <DoneNote id="trial-applied" text={isFull ? trial.noPlace : trial.applied} />
      {isOver ? null : <LinkButton id="trial-take-back" text={trial.takeBack} onTap={() => void takeBack()} />}
    </>
  );
}

function Selected({ card, part, onChange }: { readonly card: CampaignCard; readonly part: Part; readonly onChange: () => void }) {
  const { trial, formats, member } = useWords();
  const { report } = part;
  if (!part.used) {
    return (
      <>
        <DoneNote id="trial-selected" text={trial.selected(formats.day(part.useUntilOn ?? card.endsOn))} />
        <QuietButton id="open-wallet" text={member.campaign.openWallet} onTap={() => go(pages.wallet)} />
      </>
    );
  }
  if (report?.state === 'shown') return <DoneNote id="trial-thanks" text={trial.thanks} />;
  if (report?.state === 'waiting') return <DoneNote id="trial-report-waits" text={trial.waits} />;
  return (
    <>
      <Text>{report?.state === 'refused' ? trial.refused : trial.reportDue(formats.day(part.reportUntilOn ?? card.endsOn))}</Text>
      <Report card={card} onChange={onChange} />
    </>
  );
}

function Mine({ card, onChange }: TrialProps) {
  const { trial } = useWords();
  const { entry } = card.mine;
  const part = entry?.kind === 'trial' ? entry : null;
  if (part?.outcome === 'selected') return <Selected card={card} part={part} onChange={onChange} />;
  if (part?.applied === true) return <Applied card={card} part={part} onChange={onChange} />;
  // Why not stands below, with the page's action.
  if (lockOf(card) !== null) return null;
  return (
    <>
      {part?.answer === 'refused' ? <Text>{trial.answerRefused}</Text> : null}
      <Apply card={card} onChange={onChange} />
    </>
  );
}

export function TrialPart(props: TrialProps) {
  const { trial, owner } = useWords();
  const { card, me, zone } = props;
  const { parameters } = card;
  const isRanked = parameters.selection === 'criteria';
  return (
    <>
      <Card id="trial-lead">
        <Text className="strong">{owner.card.trial.gives(String(parameters.item ?? ''))}</Text>
        <Text>{trial.places(numberOf(card, 'places'), card.left ?? 0)}</Text>
        <Text className="quiet">{isRanked ? trial.criteria(trial.by[parameters.by as Criterion]) : trial.firstCome}</Text>
      </Card>
      {hasJoined(me) && card.state !== 'draft' ? (
        <>
          <Mine {...props} />
          <TrialReports campaignId={card.campaignId} zone={zone} onChange={props.onChange} />
        </>
      ) : null}
    </>
  );
}
