// The points statement: what I have, what of it ends soon, and every line that it is the sum of, by month and day.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { AuditSheet } from '#app/features/audit/audit-sheet.tsx';
import { go, goTab, pages } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import type { StatementLine } from '#app/features/phone';
import {
  endingSoon,
  filterLines,
  monthsOf,
  type StatementFilter,
  type StatementMonth,
  statementFilters,
} from '#app/features/points/statement-groups';
import { Balance, StatementRow } from '#app/features/points/statement-line.tsx';
import { phone, useAskNow, usePaged, useResource } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { LongList } from '#app/ui/long-list.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Lot = ValueOf<'membership.standing'>['points']['lots'][number];

/** What ends within thirty days, day by day. */
function Ending({ lots, today }: { readonly lots: readonly Lot[]; readonly today: string }) {
  const { formats, member } = useWords();
  const soon = endingSoon(lots, today);
  if (soon.length === 0) return null;
  return (
    <View id="lots-ending" className="ending">
      <Text className="ending__title">{member.statement.ending}</Text>
      {soon.map(({ points, expiresOn }) => (
        <View key={expiresOn} className="row row--apart">
          <Text className="ending__words">{member.statement.endsOn(formats.day(expiresOn))}</Text>
          <Text className="ending__points">{formats.points(points)}</Text>
        </View>
      ))}
    </View>
  );
}

/** All that the points consist of: how many can be spent, which wait, and to which day each of them holds. */
function AllLots({ lots, today }: { readonly lots: readonly Lot[]; readonly today: string }) {
  const { formats, member } = useWords();
  const says = member.tier.lots;
  return (
    <Card id="lots" title={says.title}>
      {lots.map(({ points, activeOn, expiresOn }) => (
        <View key={`${activeOn} ${String(expiresOn)}`} className="statement-line statement-line--lot">
          <View className="statement-line__words">
            <Text>{formats.points(points)}</Text>
            <Text className="quiet">{activeOn > today ? says.pending(formats.day(activeOn)) : says.active}</Text>
          </View>
          <Text className="quiet tabular">{expiresOn === null ? says.forever : says.until(formats.fullDay(expiresOn))}</Text>
        </View>
      ))}
      <Text className="quiet">{says.oldest}</Text>
    </Card>
  );
}

/** What the points consist of: what ends soon at once, all of it at a tap. */
function Lots() {
  const says = useWords().member.statement;
  const { value } = useResource(phone.standing);
  const ask = useCallback(() => void phone.standing.refresh(), []);
  useAskNow(ask);
  const [open, setOpen] = useState(false);
  const today = useResource(phone.home).value?.today ?? '';
  const lots = value?.points.lots ?? [];
  if (lots.length === 0) return null;
  return (
    <>
      <Ending lots={lots} today={today} />
      {open ? (
        <AllLots lots={lots} today={today} />
      ) : (
        <View className="statement-lots">
          <LinkButton id="open-lots" text={says.openLots} onTap={() => setOpen(true)} />
        </View>
      )}
    </>
  );
}

function Month({ month: { month, sums, days } }: { readonly month: StatementMonth }) {
  const { formats, member } = useWords();
  const says = member.statement;
  return (
    <View className="lines" id={`month-${month}`}>
      <View className="statement-month">
        <Text className="statement-month__name">{formats.month(month)}</Text>
        {sums === null ? null : <Text className="quiet tabular">{says.sums(formats.count(sums.earned), formats.count(sums.spent))}</Text>}
      </View>
      <Card>
        {days.map(({ on, lines }) => (
          <View key={on} className="statement-day">
            <Text className="statement-day__name">{says.day(formats.day(on), formats.weekday(on))}</Text>
            {lines.map((line, index) => (
              <StatementRow key={`${line.at} ${line.reason} ${String(index)}`} line={line} isUnderDay />
            ))}
          </View>
        ))}
      </Card>
    </View>
  );
}

function Lines({ lines, filter }: { readonly lines: readonly StatementLine[]; readonly filter: StatementFilter }) {
  const says = useWords().member.statement;
  const { items, cursor } = usePaged(phone.statement);
  const shown = filterLines(lines, filter);
  // Of a list that goes on there may be more further back: that is said, and the way to it stands below.
  if (shown.length === 0) return <EmptyState id="no-such-points" text={cursor === null ? says.noSuch[filter] : says.noneYet[filter]} />;
  return (
    <>
      {monthsOf(shown, { read: items, isAll: cursor === null }).map((month) => (
        <Month key={month.month} month={month} />
      ))}
    </>
  );
}

function Statement() {
  const words = useWords();
  const says = words.member.statement;
  const state = usePaged(phone.statement);
  const ask = useCallback(() => void phone.statement.refresh(), []);
  useAskNow(ask);
  const [filter, setFilter] = useState<StatementFilter>('all');
  const empty = (
    <EmptyState id="no-points" text={says.empty}>
      <QuietButton id="points-to-home" text={words.member.board.toCheckIn} onTap={() => goTab('home')} />
    </EmptyState>
  );
  return (
    <>
      {state.head === null ? null : (
        <>
          {/* The lots come after the lines: in a place of their own they do not send the lines again. */}
          <LongList>
            <Balance label={says.balance} points={state.head.balance}>
              <Text className="quiet">{says.append}</Text>
            </Balance>
            <Lots />
          </LongList>
          {state.items.length === 0 ? null : (
            <Choices
              id="statement-filter"
              choices={statementFilters.map((value) => ({ value, text: says.filters[value] }))}
              chosen={filter}
              onChoose={setFilter}
            />
          )}
        </>
      )}
      <PagedView
        state={state}
        paged={phone.statement}
        skeleton={<Skeleton shape="row" count={7} label={words.member.shared.loading} />}
        empty={empty}
      >
        {(lines) => <Lines lines={lines} filter={filter} />}
      </PagedView>
    </>
  );
}

/** The way to the check of one's own account. */
function CheckAccount({ communityId }: { readonly communityId: string }) {
  const say = useWords().member.audit;
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkButton id="open-audit" text={say.open} onTap={() => setOpen(true)} />
      <AuditSheet open={open} communityId={communityId} onClose={() => setOpen(false)} />
    </>
  );
}

export function StatementScreen() {
  const words = useWords();
  return (
    <Screen title={words.member.statement.title} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={<Skeleton shape="row" count={7} label={words.member.shared.loading} />}>
        {(home) => (
          <>
            <Statement />
            <Card list>
              <LinkRow id="open-orders" label={words.gifts.exchange.orders} onTap={() => go(pages.orders)} />
            </Card>
            <CheckAccount communityId={home.community.communityId} />
          </>
        )}
      </WithCommunity>
    </Screen>
  );
}
