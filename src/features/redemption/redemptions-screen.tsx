// What was redeemed, the newest first; the owner can take one back in time, with a reason.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { RedemptionLine } from '#app/features/owner-desk';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WordsSheet } from '#app/features/words-sheet.tsx';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

interface LineProps {
  readonly line: RedemptionLine;
  readonly zone: string;
  /** Null for a clerk, and when it is too late. */
  readonly onUndo: (() => void) | null;
}

function Line({ line, zone, onUndo }: LineProps) {
  const words = useWords();
  const { owner, formats } = words;
  const says = owner.redemptions;
  const name = (person: RedemptionLine['holder']) => owner.shared.person(person.name, person.tag);
  return (
    <View className="plain-list__row" id={`redemption-${line.couponId}`}>
      <View className="plain-list__words">
        <Text className="plain-list__name">{line.title}</Text>
        <Text className="quiet tabular">{momentText(words, line.redeemedAt, zone)}</Text>
        <Text className="quiet">{`${says.by(name(line.clerk))} · ${says.holder(name(line.holder))}`}</Text>
      </View>
      <View className="plain-list__end">
        <Text className="plain-list__name tabular">{says.paid(formats.money(line.payFen))}</Text>
        <Text className="quiet tabular">{says.off(formats.money(line.offFen))}</Text>
        {onUndo === null ? null : <LinkButton id={`undo-${line.couponId}`} text={says.undo} onTap={onUndo} />}
      </View>
    </View>
  );
}

function Undoing({
  line,
  zone,
  communityId,
  onDone,
  onClose,
}: {
  readonly line: RedemptionLine | null;
  readonly zone: string;
  readonly communityId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const says = words.owner.redemptions;
  const deed = useDeed(desk.undo);
  const run = async (reason: string) => {
    if (line === null) return false;
    const reply = await desk.undo.run({ communityId, couponId: line.couponId, reason });
    if (reply?.ok !== true) return false;
    onDone();
    return true;
  };
  const asks = { label: says.reason, example: says.reasonExample, confirm: says.undoConfirm };
  const until = (found: RedemptionLine) => says.undoUntil(momentText(words, found.undoUntilAt, zone));
  const sheet = line === null ? null : { ...asks, title: says.undoTitle, effects: [...says.undoEffect, until(line)] };
  return <WordsSheet id="undo" says={sheet} lengthMax={60} deed={deed} run={run} onClose={onClose} />;
}

function RedemptionList({ home }: { readonly home: Home }) {
  const words = useWords();
  const says = words.owner.redemptions;
  const { communityId, zone } = home.community;
  const state = usePaged(desk.recent);
  const ask = useCallback(() => void desk.recent.refresh(), []);
  useAskNow(ask);
  const [asked, setAsked] = useState<RedemptionLine | null>(null);
  const [done, setDone] = useState(false);
  const close = () => {
    setAsked(null);
    desk.undo.dismiss();
  };
  const canUndo = (line: RedemptionLine) => home.me.role === 'owner' && home.now < line.undoUntilAt;
  return (
    <>
      {done ? <DoneNote id="undo-done" text={says.undone} /> : null}
      <PagedView
        state={state}
        paged={desk.recent}
        skeleton={<Skeleton shape="card" count={4} label={words.member.shared.loading} />}
        empty={<EmptyState id="no-redemptions" text={says.empty} />}
      >
        {(lines) => (
          <PlainList id="redemptions">
            {lines.map((line) => (
              <Line
                key={`${line.couponId} ${line.redeemedAt}`}
                line={line}
                zone={zone}
                onUndo={canUndo(line) ? () => setAsked(line) : null}
              />
            ))}
          </PlainList>
        )}
      </PagedView>
      <Undoing
        line={asked}
        zone={zone}
        communityId={communityId}
        onClose={close}
        onDone={() => {
          close();
          setDone(true);
          ask();
        }}
      />
    </>
  );
}

export function RedemptionsScreen() {
  const says = useWords().owner.redemptions;
  return (
    <OwnerScreen title={says.title} who="clerk">
      {(home) => <RedemptionList home={home} />}
    </OwnerScreen>
  );
}
