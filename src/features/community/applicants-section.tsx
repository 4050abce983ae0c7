// Who waits to come in: since when, through whom, what they answered; yes or no.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { Applicant } from '#app/features/community/create-door';
import { TurningDown } from '#app/features/community/turning-down.tsx';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';

interface OneProps {
  readonly applicant: Applicant;
  readonly zone: string;
  readonly busy: boolean;
  readonly onAdmit: () => void;
  readonly onTurnDown: () => void;
}

function One({ applicant, zone, busy, onAdmit, onTurnDown }: OneProps) {
  const words = useOwnersWords();
  const { owner } = words;
  const says = owner.door;
  const { person, askedAt, answers, came, through, groupLabel } = applicant;
  const from =
    through !== null
      ? owner.people.story.through(owner.shared.person(through.name, through.tag))
      : groupLabel === null
        ? owner.people.story.came[came]
        : owner.people.story.from(groupLabel);
  const { memberId } = person;
  return (
    <Card id={`applicant-${memberId}`}>
      <View className="row">
        <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
        <View className="plain-list__words">
          <Text className="plain-list__name">{owner.shared.person(person.name, person.tag)}</Text>
          <Text className="quiet tabular">{says.asked(momentText(words, askedAt, zone))}</Text>
          <Text className="quiet">{from}</Text>
        </View>
      </View>
      {answers.map(({ question, text }) => (
        <View key={question}>
          <Text className="quiet">{question}</Text>
          <Text>{text === '' ? says.noAnswer : text}</Text>
        </View>
      ))}
      <CardWays>
        <QuietButton id={`admit-${memberId}`} text={says.admit} busy={busy} onTap={onAdmit} />
        <LinkButton id={`turn-down-${memberId}`} text={says.turnDown} onTap={onTurnDown} />
        <LinkButton id={`look-at-${memberId}`} text={says.more} onTap={() => go(ownerPages.person, { m: memberId })} />
      </CardWays>
    </Card>
  );
}

export function ApplicantsSection({ communityId, zone }: { readonly communityId: string; readonly zone: string }) {
  const { owner, member } = useOwnersWords();
  const says = owner.door;
  const { applicants, admit } = desk.door;
  const state = usePaged(applicants);
  const { busy, no } = useDeed(admit);
  const [turning, setTurning] = useState<Applicant | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const ask = useCallback(() => void applicants.refresh(), [applicants]);
  useAskNow(ask);
  const settled = (said: string) => {
    setTurning(null);
    setDone(said);
    ask();
    void phone.home.refresh();
  };
  const letIn = async ({ person, askedAt }: Applicant) => {
    const reply = await admit.run({ communityId, memberId: person.memberId, askedAt, refusal: null });
    if (reply?.ok === true) settled(says.admitted(owner.shared.person(person.name, person.tag)));
    else if (reply !== null) ask();
  };
  const close = () => {
    setTurning(null);
    admit.dismiss();
  };
  return (
    <>
      {done === null ? null : <DoneNote id="door-done" text={done} />}
      {no === null || turning !== null ? null : <NoNote no={no} />}
      <PagedView
        state={state}
        paged={applicants}
        skeleton={<Skeleton shape="row" count={2} label={member.shared.loading} />}
        empty={<EmptyState id="no-applicants" text={says.nobody} />}
      >
        {(waiting) =>
          waiting.map((applicant) => (
            <One
              key={applicant.person.memberId}
              applicant={applicant}
              zone={zone}
              busy={busy && turning === null}
              onAdmit={() => void letIn(applicant)}
              onTurnDown={() => setTurning(applicant)}
            />
          ))
        }
      </PagedView>
      <TurningDown applicant={turning} communityId={communityId} onDone={settled} onClose={close} />
    </>
  );
}
