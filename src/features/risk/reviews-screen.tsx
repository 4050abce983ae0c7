// The reviews: those that wait for the owner's look, the longest first, and those that have been looked at.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import type { ReviewLine, ReviewPart } from '#app/features/risk/create-reviews';
import { isAboutBlock } from '#app/features/risk/is-about-block';
import { ReviewTag } from '#app/features/risk/review-tag.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { dayText, momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';

const { reviews } = desk;

function Line({ line, zone }: { readonly line: ReviewLine; readonly zone: string }) {
  const words = useOwnersWords();
  const { owner } = words;
  const { reviews: says, shared } = owner;
  const { person, people, state, noticedAt, untilOn, waitingSince, appealed, block } = line;
  // What was noticed waits since then, whether or not it was appealed against.
  const appealedAt = appealed && state !== 'noticed' ? waitingSince : null;
  return (
    <View
      className="plain-list__row"
      id={`review-${person.memberId}`}
      role="button"
      hoverClass="card--pressed"
      onClick={() => go(ownerPages.review, { m: person.memberId })}
    >
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="plain-list__words">
        <View className="row">
          <Text className="plain-list__name">{shared.person(person.name, person.tag)}</Text>
          <ReviewTag line={line} />
        </View>
        {isAboutBlock(line) && block !== undefined ? (
          <Text className="quiet tabular">{owner.block.at(momentText(words, block.at, zone))}</Text>
        ) : (
          <>
            <Text className="quiet tabular">{says.through(words.formats.people(people))}</Text>
            <Text className="quiet tabular">{says.noticed(momentText(words, noticedAt, zone))}</Text>
          </>
        )}
        {appealedAt === null ? null : <Text className="quiet tabular">{says.appealedAt(momentText(words, appealedAt, zone))}</Text>}
        {untilOn === null ? null : <Text className="quiet tabular">{says.until(dayText(words, untilOn))}</Text>}
      </View>
      <View className="link-row__arrow" />
    </View>
  );
}

function List({ zone }: { readonly zone: string }) {
  const { owner, member } = useOwnersWords();
  const says = owner.reviews;
  const [part, setPart] = useState<ReviewPart>('waiting');
  const paged = reviews.lists[part];
  const state = usePaged(paged);
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  return (
    <>
      <Text className="quiet">{says.intro}</Text>
      <Choices
        id="review-parts"
        choices={(['waiting', 'past'] as const).map((value) => ({ value, text: says.parts[value] }))}
        chosen={part}
        onChoose={setPart}
      />
      <PagedView
        state={state}
        paged={paged}
        skeleton={<Skeleton shape="row" count={3} label={member.shared.loading} />}
        empty={<EmptyState id={`no-reviews-${part}`} text={says.empty[part]} />}
      >
        {(lines) => (
          <PlainList id="reviews">
            {lines.map((line) => (
              <Line key={line.person.memberId} line={line} zone={zone} />
            ))}
          </PlainList>
        )}
      </PagedView>
    </>
  );
}

export function ReviewsScreen() {
  const says = useOwnersWords().owner.reviews;
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {({ community }) => <List zone={community.zone} />}
    </OwnerScreen>
  );
}
