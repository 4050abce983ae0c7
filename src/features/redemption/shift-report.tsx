// The shift report: what was redeemed on a day, by clerk and campaign, to hand over the till with; on a page of its own, and beside the counter of a desk.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import { OwnerSkeleton } from '#app/features/owner-screen.tsx';
import type { Shift } from '#app/features/redemption/create-shift';
import { shiftText } from '#app/features/redemption/shift-text';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { copyText } from '#app/platform/hand-over';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote, EmptyState, RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { runsTheDesk } from '#core/rules/community/roles';
import './shift-report.scss';

type Home = ValueOf<'community.home'>;

function Line({ label, number, strong = false }: { readonly label: string; readonly number: string; readonly strong?: boolean }) {
  return (
    <View className="shift__line">
      <Text className={strong ? 'strong' : 'quiet'}>{label}</Text>
      <Text className={`shift__number${strong ? ' strong' : ''}`}>{number}</Text>
    </View>
  );
}

/** One clerk's day: the sums, then each campaign. */
function Clerk({ shift, name }: { readonly shift: Shift['clerks'][number]; readonly name: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.shift;
  return (
    <Card id={`shift-${shift.clerk.memberId}`} title={name} aside={<Text className="strong tabular">{says.count(shift.count)}</Text>}>
      {shift.campaigns
        .filter(({ count }) => count > 0)
        .map(({ campaignId, title, count, offFen }) => (
          <View key={campaignId} className="shift__campaign">
            <Text className="shift__title">{title}</Text>
            <View className="shift__end">
              <Text className="tabular">{says.count(count)}</Text>
              <Text className="quiet tabular">{says.off1(formats.money(offFen))}</Text>
            </View>
          </View>
        ))}
      <View className="shift__sums">
        <Line label={says.order} number={formats.money(shift.orderFen)} />
        <Line label={says.off} number={formats.money(shift.offFen)} />
        <Line label={says.pay} number={formats.money(shift.payFen)} strong />
      </View>
      {shift.undone === 0 ? null : <Text className="quiet">{says.undone(shift.undone)}</Text>}
    </Card>
  );
}

function Report({ shift, home }: { readonly shift: Shift; readonly home: Home }) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.shift;
  const [copied, setCopied] = useState<boolean | null>(null);
  if (shift.clerks.length === 0) {
    return (
      <EmptyState id="shift-empty" text={says.empty}>
        <Text className="quiet">{says.emptyOther}</Text>
      </EmptyState>
    );
  }
  const sum = (of: 'count' | 'offFen') => shift.clerks.reduce((total, clerk) => total + clerk[of], 0);
  const isMine = !runsTheDesk(home.me.role);
  const copy = async () => setCopied(await copyText(shiftText(words, home.community.name, shift)));
  return (
    <>
      <Text id="shift-heading" className="shift__heading">
        {says.heading(sum('count'), formats.money(sum('offFen')))}
      </Text>
      {shift.clerks.map((clerk) => (
        <Clerk key={clerk.clerk.memberId} shift={clerk} name={isMine ? says.own : owner.shared.person(clerk.clerk.name, clerk.clerk.tag)} />
      ))}
      {copied === null ? null : copied ? (
        <DoneNote id="shift-copied" text={says.copied} />
      ) : (
        <RefusalNote code="not_copied" reason={says.notCopied} />
      )}
      {copied === false ? (
        <Text selectable userSelect className="shift__text">
          {shiftText(words, home.community.name, shift)}
        </Text>
      ) : null}
      <QuietButton id="copy-shift" text={says.copy} onTap={() => void copy()} />
    </>
  );
}

/** A day to choose, today at first, and its report. */
export function ShiftReport({ home }: { readonly home: Home }) {
  const says = useOwnersWords().owner.shift;
  const { report, chosen, choose } = desk.shift;
  const state = useResource(report);
  const { on } = useStore(chosen);
  const ask = useCallback(() => void desk.shift.report.refresh(), []);
  useAskNow(ask);
  return (
    <>
      <DayInput id="shift-day" label={says.day} value={on ?? home.today} today={home.today} onChange={choose} />
      <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
        {(shift) => <Report key={shift.on} shift={shift} home={home} />}
      </ResourceView>
    </>
  );
}
