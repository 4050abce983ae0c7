// The last few redemptions under the counter, so that a clerk sees that the one before has gone through; the owner takes one back here.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { go } from '#app/features/go';
import type { RedemptionLine } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { UndoSheet } from '#app/features/redemption/undo-sheet.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { runsTheDesk } from '#core/rules/community/roles';

/** The three newest, each with its undo while its time lasts. */
export function LatestRedemptions({ home }: { readonly home: ValueOf<'community.home'> }) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.counter;
  const { communityId, zone } = home.community;
  const { items, at } = usePaged(desk.recent);
  const ask = useCallback(() => void desk.recent.refresh(), []);
  useAskNow(ask);
  const [asked, setAsked] = useState<RedemptionLine | null>(null);
  const [undone, setUndone] = useState(false);
  if (at === null) return null;
  const isOwner = runsTheDesk(home.me.role);
  return (
    <Card title={says.today}>
      {undone ? <DoneNote id="undo-done" text={owner.redemptions.undone} /> : null}
      {items.length === 0 ? <Text className="quiet">{says.empty}</Text> : null}
      {items.slice(0, 3).map((line) => (
        <View key={`${line.couponId} ${line.redeemedAt}`} className="latest">
          <View className="latest__words">
            <Text>{line.title}</Text>
            <Text className="quiet tabular">
              {`${momentText(words, line.redeemedAt, zone)} · `}
              <Text className="unbroken">{owner.shared.person(line.holder.name, line.holder.tag)}</Text>
            </Text>
          </View>
          <View className="latest__end">
            <Text className="strong tabular">{owner.redemptions.paid(formats.money(line.payFen))}</Text>
            {isOwner && home.now < line.undoUntilAt ? (
              <LinkButton id={`undo-${line.couponId}`} text={owner.redemptions.undo} onTap={() => setAsked(line)} />
            ) : null}
          </View>
        </View>
      ))}
      {isOwner || items.length === 0 ? null : <Text className="quiet">{owner.late.undoHint}</Text>}
      <LinkRow id="open-redemptions" label={says.recent} onTap={() => go(ownerPages.redemptions)} />
      <UndoSheet
        line={asked}
        zone={zone}
        communityId={communityId}
        onClose={() => setAsked(null)}
        onDone={() => {
          setUndone(true);
          ask();
        }}
      />
    </Card>
  );
}
