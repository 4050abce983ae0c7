// Who comes in: those who wait for the owner's yes, and how people come in from now on.
import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { ApplicantsSection } from '#app/features/community/applicants-section.tsx';
import { isUnsaved, QUESTION_MAX } from '#app/features/community/create-door';
import { HeldPage } from '#app/features/held-page.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { sayTextProblem } from '#app/features/say-text-problem';
import { desk } from '#app/features/this-desk';
import { phone } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const { door } = desk;

/** Direct or approved, and what is asked; without words of members nothing is. */
function Ways({ home: { community, me } }: { readonly home: Home }) {
  const words = useOwnersWords();
  const says = words.owner.door;
  const { communityId } = community;
  const { approval, questions, problems, busy, saved, no } = useStore(door.form);
  // Begun once for a community: what comes in while somebody types does not take it away.
  useEffect(() => {
    const { value } = phone.home.store.getState();
    if (value?.community.communityId === communityId) door.begin(value.community.joining);
  }, [communityId]);
  return (
    <Card title={says.waysTitle}>
      <Choices
        id="door-way"
        choices={(['direct', 'approval'] as const).map((value) => ({ value, text: says.ways[value] }))}
        chosen={approval ? 'approval' : 'direct'}
        onChoose={(value) => door.choose(value === 'approval')}
      />
      <Text className="quiet">{says.wayHints[approval ? 'approval' : 'direct']}</Text>
      {me.profile.open ? (
        <>
          <Text className="quiet">{says.questionsHint}</Text>
          {questions.map((text, index) => {
            const problem = problems[index] ?? null;
            return (
              <Field
                key={says.questions[index]}
                id={`door-question-${String(index + 1)}`}
                label={says.questions[index] ?? ''}
                value={text}
                placeholder={says.examples[index] ?? ''}
                lengthMax={QUESTION_MAX}
                problem={problem === null ? undefined : sayTextProblem(words, problem)}
                onChange={(value) => door.type(index, value)}
              />
            );
          })}
        </>
      ) : null}
      {no === null ? null : <NoNote no={no} />}
      {saved ? <DoneNote id="door-saved" text={says.saved} /> : null}
      <PrimaryButton id="save-door" text={says.save} busy={busy} onTap={() => void door.save(communityId)} />
    </Card>
  );
}

function Held() {
  return <HeldPage isOpen={useStore(door.form, isUnsaved)} />;
}

export function DoorScreen() {
  const says = useOwnersWords().owner.door;
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => (
        <>
          <Text className="section-title">{says.waitingTitle}</Text>
          <ApplicantsSection communityId={home.community.communityId} zone={home.community.zone} />
          <Ways home={home} />
          <Held />
        </>
      )}
    </OwnerScreen>
  );
}
