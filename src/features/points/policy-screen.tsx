// How long points hold: a form with what it means for members in words, saved after one more question, for what is earned from then on.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { HeldPage } from '#app/features/held-page.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { type PolicyProblem, type PolicyReading, readPolicy, type TypedPolicy, typePolicy } from '#app/features/points/policy-form';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import type { ValueOf } from '#core/contract';
import { newLot, type PointsPolicy } from '#core/rules/points/lots';
import { points as asPoints } from '#core/values/points';

type Policy = ValueOf<'points.policy'>;

const { points } = desk;

/** What becomes of points that are earned today under a policy. */
function meaningOf({ owner, formats }: OwnersWords, policy: PointsPolicy, today: string): readonly string[] {
  const says = owner.points.policy;
  const { activeOn, expiresOn } = newLot(asPoints(0), policy, today);
  return [
    activeOn === today ? says.activeAtOnce : says.activeFrom(formats.fullDay(activeOn)),
    expiresOn === null ? says.neverEnds : says.endsOn(formats.fullDay(expiresOn)),
  ];
}

function sayProblem({ owner, problems, formats }: OwnersWords, problem: PolicyProblem | null, worse: string): string | undefined {
  if (problem === null) return undefined;
  if (problem.problem === 'not_whole') return owner.fields.notWhole;
  return problem.problem === 'worse' ? worse : problems[problem.problem](formats.count(problem.limit));
}

interface FormProps {
  readonly now: Policy;
  readonly today: string;
  readonly communityId: string;
}

function useSaving({ now, communityId }: FormProps, onSaved: () => void) {
  const [asked, setAsked] = useState<PointsPolicy | null>(null);
  const { busy, no } = useDeed(points.setPolicy);
  const close = () => {
    setAsked(null);
    points.setPolicy.dismiss();
  };
  const save = async () => {
    if (asked === null) return;
    const reply = await points.setPolicy.run({ communityId, ...asked });
    if (reply?.ok !== true) return;
    close();
    points.policy.put(() => ({ ...now, ...asked }));
    onSaved();
    await points.policy.refresh();
  };
  return { asked, setAsked, busy, no, close, save };
}

interface FieldsProps {
  readonly now: Policy;
  readonly typed: TypedPolicy;
  readonly reading: PolicyReading;
  readonly onChange: (part: Partial<TypedPolicy>) => void;
}

function PolicyFields({ now, typed, reading, onChange }: FieldsProps) {
  const words = useOwnersWords();
  const { formats, owner } = words;
  const says = owner.points.policy;
  const { validMonths, pendingDays } = now;
  const told = validMonths === null ? says.told.forever : says.told.months(formats.count(validMonths));
  return (
    <Card title={says.lasting}>
      <Toggle
        id="points-forever"
        label={says.forever}
        hint={says.neverEnds}
        on={typed.isForever}
        onChange={(isForever) => onChange({ isForever })}
      />
      {typed.isForever ? null : (
        <Field
          id="points-months"
          label={says.monthsLabel}
          unit={says.monthsUnit}
          hint={says.monthsHint}
          keyboard="number"
          value={typed.months}
          problem={sayProblem(words, reading.months, told)}
          onChange={(months) => onChange({ months })}
        />
      )}
      <Field
        id="points-pending"
        label={says.pendingLabel}
        unit={says.pendingUnit}
        hint={says.pendingHint}
        keyboard="number"
        value={typed.pendingDays}
        problem={sayProblem(words, reading.pendingDays, says.told.pending(formats.count(pendingDays)))}
        onChange={(days) => onChange({ pendingDays: days })}
      />
    </Card>
  );
}

function PolicyForm(props: FormProps) {
  const { now, today } = props;
  const words = useOwnersWords();
  const { owner } = words;
  const says = owner.points.policy;
  const [typed, setTyped] = useState<TypedPolicy>(() => typePolicy(now));
  const [saved, setSaved] = useState(false);
  const saving = useSaving(props, () => setSaved(true));
  const change = (part: Partial<TypedPolicy>) => {
    setSaved(false);
    setTyped({ ...typed, ...part });
  };
  const reading = readPolicy(typed, now);
  const { policy } = reading;
  const isSame = policy !== null && policy.validMonths === now.validMonths && policy.pendingDays === now.pendingDays;
  return (
    <>
      <PolicyFields now={now} typed={typed} reading={reading} onChange={change} />
      <Card id="points-meaning" title={says.meaning}>
        {policy === null ? <Text className="quiet">{says.fillFirst}</Text> : null}
        {policy === null ? null : meaningOf(words, policy, today).map((line) => <Text key={line}>{line}</Text>)}
        <Text className="quiet">{says.keeps}</Text>
        <Text className="quiet">{now.free ? says.free : says.onlyBetter}</Text>
      </Card>
      {saved ? <DoneNote id="policy-saved" text={says.saved} /> : null}
      <View className="lines">
        <PrimaryButton
          id="save-policy"
          text={isSame ? says.unchanged : says.save}
          disabled={policy === null || isSame}
          onTap={() => saving.setAsked(policy)}
        />
      </View>
      <ConfirmSheet
        id="save-policy-sheet"
        open={saving.asked !== null}
        title={says.confirmTitle}
        effects={saving.asked === null ? [] : [...meaningOf(words, saving.asked, today), says.keeps, now.free ? says.free : says.noWayBack]}
        confirmText={says.confirm}
        cancelText={owner.shared.cancel}
        busy={saving.busy}
        onConfirm={() => void saving.save()}
        onClose={saving.close}
      >
        {saving.no === null ? null : <NoNote no={saving.no} />}
      </ConfirmSheet>
      <HeldPage isOpen={!isSame} />
    </>
  );
}

function PolicyBody({ communityId, today }: { readonly communityId: string; readonly today: string }) {
  const state = useResource(points.policy);
  const ask = useCallback(() => void points.policy.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(now) => <PolicyForm now={now} today={today} communityId={communityId} />}
    </ResourceView>
  );
}

export function PolicyScreen() {
  const says = useOwnersWords().owner.points.policy;
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {({ community, today }) => <PolicyBody communityId={community.communityId} today={today} />}
    </OwnerScreen>
  );
}
