// What a review says of me, where it matters: why, until when, and one tap to appeal in my own words.
import { Text } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import type { No } from '#app/features/call';
import { newRequestId } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { NoNote } from '#app/features/no-view.tsx';
import { createResource } from '#app/features/resource';
import { Findings } from '#app/features/risk/findings.tsx';
import { phone, useAskNow, useDeed, useResource } from '#app/features/this-phone';
import { dayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import type { InputOf, ValueOf } from '#core/contract';

type Review = NonNullable<ValueOf<'risk.mine'>['review']>;

const APPEAL_MAX = 80;

/** Appealing: closed by itself once the server has it. */
function Appealing({ communityId, onSent }: { readonly communityId: string; readonly onSent: () => void }) {
  const says = useWords().member.review.appeal;
  const deed = useMemo(
    () => createDeed((input: InputOf<'risk.appeal'>, id: string) => phone.caller.change('risk.appeal', input, id), newRequestId),
    [],
  );
  const { busy, no } = useDeed(deed);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const send = async () => {
    const reply = await deed.run({ communityId, text: typed.trim() });
    if (reply?.ok !== true) return;
    setOpen(false);
    onSent();
  };
  return (
    <>
      <QuietButton id="open-appeal" text={says.open} onTap={() => setOpen(true)} />
      <Sheet open={open} title={says.title} onClose={() => setOpen(false)}>
        <Text className="quiet">{says.intro}</Text>
        <Field id="appeal-text" label={says.text} value={typed} placeholder={says.example} lengthMax={APPEAL_MAX} onChange={setTyped} />
        {no === null ? null : <NoNote no={no} />}
        <PrimaryButton id="send-appeal" text={says.send} busy={busy} onTap={() => void send()} />
      </Sheet>
    </>
  );
}

/** What holds, why, and until when. */
function What({ review }: { readonly review: Review }) {
  const words = useWords();
  const says = words.member.review;
  const { state, untilOn, restriction } = review;
  const day = untilOn === null ? '' : dayText(words, untilOn);
  if (state === 'noticed') return <Text>{says.noticed(day)}</Text>;
  if (state !== 'restricted' || restriction === null) return <Text>{says.back}</Text>;
  const what = [restriction.boards ? says.boards : '', restriction.invites ? says.invites : ''].filter((line) => line !== '');
  return (
    <>
      <Text className="strong">{says.reason(restriction.text)}</Text>
      {what.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text className="quiet">{says.restricted(day)}</Text>
    </>
  );
}

/** The card; nothing where there is no review. `watched` is what the home page knows, so that nobody else's phone asks. */
export function MyReview({ communityId, watched }: { readonly communityId: string; readonly watched: boolean }) {
  const says = useWords().member.review;
  const mine = useMemo(
    () =>
      createResource(async () => (await phone.caller.view('risk.mine', { communityId })) as { ok: true; value: ValueOf<'risk.mine'> } | No),
    [communityId],
  );
  const { value } = useResource(mine);
  const ask = useCallback(() => {
    if (watched) void mine.refresh();
  }, [mine, watched]);
  useAskNow(ask);
  const review = watched ? (value?.review ?? null) : null;
  if (review === null) return null;
  const { state, appeal } = review;
  const isHeld = state === 'noticed' || state === 'restricted';
  return (
    <Card id="my-review" title={says.titles[state]}>
      <What review={review} />
      {isHeld ? (
        <>
          <Text className="quiet">{says.why}</Text>
          <Findings review={review} />
        </>
      ) : null}
      {appeal === null ? null : (
        <>
          <Text id="my-appeal">{appeal.text === '' ? says.appeal.noWords : says.appeal.mine(appeal.text)}</Text>
          {appeal.answer === null ? null : <Text className="strong">{says.appeal.answer(appeal.answer.text)}</Text>}
          {appeal.answer === null && isHeld ? <Text className="quiet">{says.appeal.waiting}</Text> : null}
        </>
      )}
      {isHeld && appeal === null ? <Appealing communityId={communityId} onSent={ask} /> : null}
    </Card>
  );
}
