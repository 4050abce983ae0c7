// One review: what was noticed and why, what it has cost, the accounts in their order, and what to do about it.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { AccountsCard } from '#app/features/risk/accounts-card.tsx';
import type { WholeReview } from '#app/features/risk/create-reviews';
import { Answering, type Asked, Clearing, Restricting } from '#app/features/risk/deciding.tsx';
import { Findings } from '#app/features/risk/findings.tsx';
import { isAboutBlock } from '#app/features/risk/is-about-block';
import { ReviewTag } from '#app/features/risk/review-tag.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { dayText, momentText } from '#app/features/when';
import { sayBlock } from '#app/i18n/say-block';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { DoneNote } from '#app/ui/states.tsx';

interface PartProps {
  readonly whole: WholeReview;
  readonly zone: string;
}

/** Whether something is held back now. */
function isHeld({ state, untilOn }: WholeReview['review']): boolean {
  return untilOn !== null || state === 'blocked';
}

/** What is held back now, in plain lines. */
function Holds({ review }: Pick<WholeReview, 'review'>) {
  const words = useOwnersWords();
  const says = words.owner.reviews.holds;
  const { state, untilOn, restriction, block } = review;
  if (state === 'blocked' && block !== undefined) return <Text>{sayBlock(words, block)}</Text>;
  if (untilOn === null) return <Text className="quiet">{says.nothing}</Text>;
  const day = dayText(words, untilOn);
  if (state === 'noticed' || restriction === null) return <Text>{says.noticed(day)}</Text>;
  const what = [says.restricted(day), restriction.boards ? says.boards : '', restriction.invites ? says.invites : ''];
  const { joint } = words.member.shared;
  return (
    <>
      <Text>{what.filter((text) => text !== '').join(joint)}</Text>
      <Text>{says.reason(restriction.text)}</Text>
    </>
  );
}

function Head({ whole, zone }: PartProps) {
  const words = useOwnersWords();
  const { reviews: says, shared } = words.owner;
  const { person, review } = whole;
  const isAppealed = review.appeal !== null && review.appeal.answer === null;
  return (
    <Card id="review">
      <View className="row">
        <Avatar name={person.name} tag={person.tag} picture={person.avatar} size="large" />
        <View className="plain-list__words">
          <View className="row">
            <Text className="card__title">{shared.person(person.name, person.tag)}</Text>
            <ReviewTag
              line={{
                state: review.state,
                appealed: isAppealed,
                waitingSince: isAppealed && isHeld(review) ? review.noticedAt : null,
              }}
            />
          </View>
          {isAboutBlock(review) && review.block !== undefined ? (
            <Text className="quiet tabular">{words.owner.block.at(momentText(words, review.block.at, zone))}</Text>
          ) : (
            <>
              <Text className="quiet tabular">{says.through(words.formats.people(review.people))}</Text>
              <Text className="quiet tabular">{says.noticed(momentText(words, review.noticedAt, zone))}</Text>
            </>
          )}
        </View>
      </View>
      <Holds review={review} />
    </Card>
  );
}

function Appeal({ whole, zone }: PartProps) {
  const words = useOwnersWords();
  const says = words.owner.reviews.appeal;
  const { appeal } = whole.review;
  if (appeal === null) return null;
  return (
    <Card id="review-appeal" title={says.title}>
      <Text className="strong">{appeal.text === '' ? says.noWords : appeal.text}</Text>
      <Text className="quiet tabular">{says.at(momentText(words, appeal.at, zone))}</Text>
      {appeal.answer === null ? null : <Text>{says.answered(appeal.answer.text)}</Text>}
    </Card>
  );
}

function Cost({ whole: { cost } }: Pick<PartProps, 'whole'>) {
  const { owner, formats } = useOwnersWords();
  const says = owner.reviews.one;
  return (
    <Card id="review-cost" title={says.cost}>
      <Text className="tabular">{says.coupons(formats.coupons(cost.coupons))}</Text>
      <Text className="tabular">{says.used(formats.coupons(cost.used), formats.money(cost.offFen))}</Text>
      <Text className="tabular">{says.openWorth(formats.money(cost.openFen))}</Text>
      <Text className="quiet">{says.asOf}</Text>
    </Card>
  );
}

/** The signs that were found, and what the invites have cost. */
function Noticed({ whole }: Pick<PartProps, 'whole'>) {
  const says = useOwnersWords().owner.reviews;
  return (
    <>
      <Card id="review-signs" title={says.one.signs}>
        <Findings review={whole.review} />
        <Text className="quiet">{says.one.fair}</Text>
      </Card>
      <Cost whole={whole} />
    </>
  );
}

/** What can be done as things stand. */
function Ways({ review, onAsk }: { readonly review: WholeReview['review']; readonly onAsk: (asked: Asked) => void }) {
  const says = useOwnersWords().owner.reviews;
  const { state, appeal } = review;
  if (state === 'noticed' || state === 'lapsed') {
    return (
      <>
        <QuietButton id="clear" text={says.clear.open} onTap={() => onAsk('clear')} />
        <LinkButton id="restrict" text={says.restrict.open} onTap={() => onAsk('restrict')} />
      </>
    );
  }
  if (state !== 'restricted' && state !== 'blocked') return null;
  return (
    <>
      {appeal !== null && appeal.answer === null ? <QuietButton id="answer" text={says.appeal.open} onTap={() => onAsk('answer')} /> : null}
      {state === 'restricted' ? <LinkButton id="clear" text={says.lift.open} onTap={() => onAsk('clear')} /> : null}
    </>
  );
}

function Whole({ whole, zone, communityId, onChanged }: PartProps & { readonly communityId: string; readonly onChanged: () => void }) {
  const says = useOwnersWords().owner.reviews;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    desk.reviews.decide.dismiss();
    desk.reviews.answer.dismiss();
  };
  const sheet = {
    communityId,
    whole,
    onClose: close,
    onDone: (said: string) => {
      close();
      setDone(said);
      onChanged();
    },
  };
  return (
    <>
      {done === null ? null : <DoneNote id="review-done" text={done} />}
      <Head whole={whole} zone={zone} />
      <Appeal whole={whole} zone={zone} />
      {whole.review.findings.length === 0 ? null : <Noticed whole={whole} />}
      <Ways review={whole.review} onAsk={setAsked} />
      {whole.accounts.length === 0 ? null : <AccountsCard whole={whole} zone={zone} />}
      <Card list>
        <LinkRow id="review-person" label={says.one.person} onTap={() => go(ownerPages.person, { m: whole.person.memberId })} />
      </Card>
      <Clearing open={asked === 'clear'} {...sheet} />
      <Restricting open={asked === 'restrict'} {...sheet} />
      <Answering open={asked === 'answer'} {...sheet} />
    </>
  );
}

function Review({ community, memberId }: { readonly community: { communityId: string; zone: string }; readonly memberId: string }) {
  const { communityId, zone } = community;
  const review = useMemo(() => desk.reviews.of(communityId, memberId), [communityId, memberId]);
  const state = useResource(review);
  const ask = useCallback(() => void review.refresh(), [review]);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(whole) => <Whole whole={whole} zone={zone} communityId={communityId} onChanged={ask} />}
    </ResourceView>
  );
}

export function ReviewScreen() {
  const says = useOwnersWords().owner.reviews.one;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {({ community }) => <Review community={community} memberId={params.m ?? ''} />}
    </OwnerScreen>
  );
}
