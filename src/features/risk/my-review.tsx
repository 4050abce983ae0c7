// What a review says of me, where it matters: why, until when, and one tap to appeal in my own words.
import { Text } from '@tarojs/components';
import { useCallback } from 'react';
import { Appealing } from '#app/features/risk/appealing.tsx';
import { Findings } from '#app/features/risk/findings.tsx';
import { useMyReview } from '#app/features/risk/use-my-review';
import { useAskNow } from '#app/features/this-phone';
import { dayText, momentText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

type Review = NonNullable<ValueOf<'risk.mine'>['review']>;

/** What holds, why, and until when. */
function What({ review }: { readonly review: Review }) {
  const words = useWords();
  const says = words.member.review;
  const { state, untilOn, restriction } = review;
  const day = untilOn === null ? '' : dayText(words, untilOn);
  if (state === 'noticed') return <Text>{says.noticed(day)}</Text>;
  if (state === 'unblocked') return <Text>{says.returned}</Text>;
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

export interface MyReviewProps {
  readonly communityId: string;
  readonly zone: string;
  /** What the home page knows, so that nobody else's phone asks. */
  readonly watched: boolean;
}

/** The card; nothing where there is no review. */
export function MyReview({ communityId, zone, watched }: MyReviewProps) {
  const words = useWords();
  const says = words.member.review;
  const { mine, value } = useMyReview(communityId);
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
          {appeal.answer === null && isHeld ? (
            <Text className="quiet">{says.appeal.waiting(momentText(words, appeal.at, zone))}</Text>
          ) : null}
        </>
      )}
      {isHeld && appeal === null ? (
        <Appealing communityId={communityId} intro={says.appeal.intro} example={says.appeal.example} onSent={ask} />
      ) : null}
    </Card>
  );
}
