// What was scanned without a network: how many wait, what was redeemed since, and what could not be, each until a person puts it away.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { NoNote } from '#app/features/no-view.tsx';
import type { NotedScan } from '#app/features/redemption/kept-scans';
import { desk } from '#app/features/this-desk';
import { useAskNow } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Tag } from '#app/ui/tag.tsx';
import './counter-screen.scss';

const { late } = desk;

/** Settles whenever the page comes on show; the desk hears when the network is back. */
function useSettling(): void {
  const settle = useCallback(() => void late.settle(), []);
  useAskNow(settle);
}

/** For which order it was scanned, and when: a line each, so that no amount is torn apart. */
function NotedLines({ scan, zone }: { readonly scan: NotedScan; readonly zone: string }) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const { scannedAt, orderFen } = scan;
  return (
    <>
      <Text className="tabular">{orderFen === 0 ? owner.late.noOrder : owner.late.orderOf(formats.money(orderFen))}</Text>
      <Text className="quiet tabular">{owner.late.scannedAt(momentText(words, scannedAt, zone))}</Text>
    </>
  );
}

function Waiting({ zone }: { readonly zone: string }) {
  const { owner } = useOwnersWords();
  const says = owner.late;
  const { waiting, settling, stopped } = useStore(late.store);
  const [dropped, setDropped] = useState<string | null>(null);
  if (waiting.length === 0) return null;
  return (
    <Card title={says.waiting(waiting.length)} id="late-waiting" aside={<Tag text={String(waiting.length)} tone="amber" />}>
      {waiting.map((scan) => (
        <View key={scan.requestId} className="latest">
          <View className="latest__words">
            <NotedLines scan={scan} zone={zone} />
          </View>
          <LinkButton id={`drop-${scan.requestId}`} text={says.drop} onTap={() => setDropped(scan.requestId)} />
        </View>
      ))}
      {stopped === null ? null : stopped.code === 'offline' ? (
        <Text className="quiet" id="late-offline">
          {says.stillOffline}
        </Text>
      ) : (
        <NoNote no={stopped} />
      )}
      <QuietButton id="late-settle" text={says.settle} busy={settling} onTap={() => void late.settle()} />
      <ConfirmSheet
        id="late-drop"
        open={dropped !== null}
        title={says.dropTitle}
        effects={says.dropEffects}
        confirmText={says.dropConfirm}
        cancelText={owner.shared.cancel}
        busy={false}
        onConfirm={() => {
          if (dropped !== null) late.putAway(dropped);
          setDropped(null);
        }}
        onClose={() => setDropped(null)}
      />
    </Card>
  );
}

/** The notes of a counter; nothing where there are none. */
export function LateNotes({ zone }: { readonly zone: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.late;
  const { refused, settled } = useStore(late.store);
  useSettling();
  return (
    <>
      <Waiting zone={zone} />
      {refused.length === 0 ? null : (
        <Card title={says.refused(refused.length)} id="late-refused">
          {refused.map((scan) => (
            <NoNote key={scan.requestId} no={scan.no}>
              <NotedLines scan={scan} zone={zone} />
              <LinkButton id={`away-${scan.requestId}`} text={says.putAway} onTap={() => late.putAway(scan.requestId)} />
            </NoNote>
          ))}
        </Card>
      )}
      {settled.length === 0 ? null : (
        <Card tone="green" id="late-settled">
          {settled.map((scan) => (
            <View key={scan.requestId} className="latest">
              <View className="latest__words">
                <Text className="strong">{says.settled(scan.title, formats.money(scan.sum.offFen))}</Text>
                <NotedLines scan={scan} zone={zone} />
              </View>
              <LinkButton id={`away-${scan.requestId}`} text={says.putAway} onTap={() => late.putAway(scan.requestId)} />
            </View>
          ))}
        </Card>
      )}
    </>
  );
}
