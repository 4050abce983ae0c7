// What was redeemed, the newest first; the owner can take one back in time, with a reason.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { go } from '#app/features/go';
import type { RedemptionLine } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { UndoSheet } from '#app/features/redemption/undo-sheet.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { runsTheDesk } from '#core/rules/community/roles';

type Home = ValueOf<'community.home'>;

interface LineProps {
  readonly line: RedemptionLine;
  readonly zone: string;
  /** Null for a clerk, and when it is too late. */
  readonly onUndo: (() => void) | null;
}

function Line({ line, zone, onUndo }: LineProps) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.redemptions;
  const name = (person: RedemptionLine['holder']) => owner.shared.person(person.name, person.tag);
  return (
    <View className="plain-list__row" id={`redemption-${line.couponId}`}>
      <View className="plain-list__words">
        <Text className="plain-list__name">{line.title}</Text>
        <Text className="quiet tabular">{momentText(words, line.redeemedAt, zone)}</Text>
        {line.scannedAt === null ? null : (
          <Text className="quiet tabular">{owner.late.scannedAt(momentText(words, line.scannedAt, zone))}</Text>
        )}
        <Text className="quiet">
          <Text className="unbroken">{`${says.by(name(line.clerk))} ·`}</Text>{' '}
          <Text className="unbroken">{says.holder(name(line.holder))}</Text>
        </Text>
      </View>
      <View className="plain-list__end">
        <Text className="plain-list__name tabular">{says.paid(formats.money(line.payFen))}</Text>
        <Text className="quiet tabular">{says.off(formats.money(line.offFen))}</Text>
        {onUndo === null ? null : <LinkButton id={`undo-${line.couponId}`} text={says.undo} onTap={onUndo} />}
      </View>
    </View>
  );
}

function RedemptionList({ home }: { readonly home: Home }) {
  const words = useOwnersWords();
  const says = words.owner.redemptions;
  const { communityId, zone } = home.community;
  const state = usePaged(desk.recent);
  const ask = useCallback(() => void desk.recent.refresh(), []);
  useAskNow(ask);
  const [asked, setAsked] = useState<RedemptionLine | null>(null);
  const [done, setDone] = useState(false);
  const canUndo = (line: RedemptionLine) => runsTheDesk(home.me.role) && home.now < line.undoUntilAt;
  return (
    <>
      {done ? <DoneNote id="undo-done" text={says.undone} /> : null}
      <PagedView
        state={state}
        paged={desk.recent}
        skeleton={<Skeleton shape="card" count={4} label={words.member.shared.loading} />}
        empty={
          <EmptyState id="no-redemptions" text={says.empty}>
            <QuietButton id="go-counter" text={words.owner.console.counterLink} onTap={() => go(ownerPages.counter)} />
          </EmptyState>
        }
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
      <UndoSheet
        line={asked}
        zone={zone}
        communityId={communityId}
        onClose={() => setAsked(null)}
        onDone={() => {
          setDone(true);
          ask();
        }}
      />
    </>
  );
}

export function RedemptionsScreen() {
  const says = useOwnersWords().owner.redemptions;
  return (
    <OwnerScreen title={says.title} who="clerk">
      {(home) => <RedemptionList home={home} />}
    </OwnerScreen>
  );
}
