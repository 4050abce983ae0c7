// A member's points for the owner: what they have, every line that it is the sum of, and taking back what was given by mistake.
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import type { MemberLine } from '#app/features/points/create-points-desk';
import { Balance, StatementRow } from '#app/features/points/statement-line.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { WordsSheet } from '#app/features/words-sheet.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';

const { points } = desk;

interface ReversingProps {
  readonly line: MemberLine | null;
  readonly balance: number;
  readonly input: { readonly communityId: string; readonly memberId: string };
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function Reversing({ line, balance, input, onDone, onClose }: ReversingProps) {
  const { owner, formats, member } = useOwnersWords();
  const says = owner.points.reverse;
  const deed = useDeed(points.reverse);
  const run = async (reason: string) => {
    if (line === null || line.grant === null) return false;
    const reply = await points.reverse.run({ ...input, grant: line.grant, reason });
    if (reply?.ok !== true) return false;
    const { points: gone, shortPoints } = reply.value;
    onDone(says.done(formats.points(gone), shortPoints === 0 ? null : formats.points(shortPoints)));
    return true;
  };
  const sheet = line && {
    title: says.title,
    effects: [
      says.what(formats.day(line.on), member.statement.reason[line.reason], formats.points(line.points)),
      line.points > balance ? says.onlyWhatIsLeft(formats.points(balance)) : says.all(formats.points(balance - line.points)),
      says.seen,
      says.forGood,
    ],
    confirm: says.confirm,
    label: says.reason,
    example: says.reasonExample,
    hint: says.reasonHint,
  };
  return <WordsSheet id="reverse-points" says={sheet} lengthMax={60} deed={deed} run={run} onClose={onClose} />;
}

function MemberStatement({ communityId, memberId }: { readonly communityId: string; readonly memberId: string }) {
  const { owner, formats, member } = useOwnersWords();
  const says = owner.points.statement;
  const statement = useMemo(() => points.statementOf(communityId, memberId), [communityId, memberId]);
  const state = usePaged(statement);
  const ask = useCallback(() => void statement.refresh(), [statement]);
  useAskNow(ask);
  const [asked, setAsked] = useState<MemberLine | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    points.reverse.dismiss();
  };
  const { head } = state;
  return (
    <>
      {done === null ? null : <DoneNote id="reverse-points-done" text={done} />}
      {head === null ? null : (
        <Balance label={says.of(owner.shared.person(head.person.name, head.person.tag))} points={head.balance}>
          {head.pending === 0 ? null : (
            <Text className="quiet">{says.parts(formats.points(head.active), formats.points(head.pending))}</Text>
          )}
        </Balance>
      )}
      <PagedView
        state={state}
        paged={statement}
        skeleton={<Skeleton shape="row" count={7} label={member.shared.loading} />}
        empty={<EmptyState id="no-points" text={says.empty} />}
      >
        {(lines) => (
          <Card>
            {lines.map((line, index) => (
              <StatementRow key={`${line.at} ${line.reason} ${String(index)}`} line={line}>
                {line.grant === null || line.reversed || line.points === 0 ? null : (
                  <LinkButton id={`reverse-line-${String(index)}`} text={says.takeBack} onTap={() => setAsked(line)} />
                )}
              </StatementRow>
            ))}
          </Card>
        )}
      </PagedView>
      <Reversing
        line={asked}
        balance={head?.balance ?? 0}
        input={{ communityId, memberId }}
        onClose={close}
        onDone={(said) => {
          close();
          setDone(said);
          ask();
        }}
      />
    </>
  );
}

export function MemberStatementScreen() {
  const says = useOwnersWords().owner.points.statement;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {({ community }) => <MemberStatement communityId={community.communityId} memberId={params.m ?? ''} />}
    </OwnerScreen>
  );
}
