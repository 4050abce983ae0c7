// What somebody reads who was put out: why, what stays theirs, and one tap to appeal.
import { Text } from '@tarojs/components';
import { useCallback } from 'react';
import { Appealing } from '#app/features/risk/appealing.tsx';
import { useMyReview } from '#app/features/risk/use-my-review';
import { phone, useAskNow } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { sayBlock } from '#app/i18n/say-block';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

export interface BlockedCardProps {
  readonly community: Pick<Home['community'], 'communityId' | 'zone'>;
  readonly block: NonNullable<Home['me']['block']>;
}

export function BlockedCard({ community: { communityId, zone }, block }: BlockedCardProps) {
  const words = useWords();
  const { block: says, review } = words.member;
  const { mine, value } = useMyReview(communityId);
  const { appeal: stands } = block;
  const ask = useCallback(() => {
    if (stands !== 'none') void mine.refresh();
  }, [mine, stands]);
  useAskNow(ask);
  const appeal = value?.review?.appeal ?? null;
  const sent = () => {
    void phone.home.refresh();
    void mine.refresh();
  };
  return (
    <Card id="blocked-card" title={says.title}>
      <Text className="strong">{sayBlock(words, block)}</Text>
      <Text>{says.cannot}</Text>
      <Text className="quiet">{says.keeps}</Text>
      {appeal === null ? null : (
        <>
          <Text id="my-appeal">{appeal.text === '' ? review.appeal.noWords : review.appeal.mine(appeal.text)}</Text>
          {appeal.answer === null ? (
            <Text className="quiet">{review.appeal.waiting(momentText(words, appeal.at, zone))}</Text>
          ) : (
            <Text className="strong">{review.appeal.answer(appeal.answer.text)}</Text>
          )}
        </>
      )}
      {appeal === null && stands === 'waiting' ? <Text>{review.appeal.noWords}</Text> : null}
      {stands === 'answered' ? <Text className="quiet">{says.kept}</Text> : null}
      {stands === 'none' ? (
        <Appealing communityId={communityId} intro={says.appealIntro} example={says.appealExample} onSent={sent} />
      ) : null}
    </Card>
  );
}
