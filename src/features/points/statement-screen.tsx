// The points statement: what I have, and every line that it is the sum of.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { AuditSheet } from '#app/features/audit/audit-sheet.tsx';
import { go, pages } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import { Balance, StatementRow } from '#app/features/points/statement-line.tsx';
import { phone, useAskNow, usePaged, useResource } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

/** What the points consist of: how many can be spent, which wait, and to which day each of them holds. */
function Lots() {
  const words = useWords();
  const { formats } = words;
  const says = words.member.tier.lots;
  const { value } = useResource(phone.standing);
  const ask = useCallback(() => void phone.standing.refresh(), []);
  useAskNow(ask);
  const today = useResource(phone.home).value?.today ?? '';
  const lots = value?.points.lots ?? [];
  if (lots.length === 0) return null;
  return (
    <Card id="lots" title={says.title}>
      {lots.map(({ points, activeOn, expiresOn }) => (
        <View key={`${activeOn} ${String(expiresOn)}`} className="statement-line">
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

function Statement() {
  const words = useWords();
  const state = usePaged(phone.statement);
  const ask = useCallback(() => void phone.statement.refresh(), []);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={phone.statement}
      skeleton={<Skeleton shape="row" count={7} label={words.member.shared.loading} />}
      empty={<EmptyState id="no-points" text={words.member.statement.empty} />}
    >
      {(lines) => (
        <>
          <Balance label={words.member.statement.balance} points={state.head?.balance ?? 0}>
            <Text className="quiet">{words.member.statement.append}</Text>
          </Balance>
          <Lots />
          <Card>
            {lines.map((line, index) => (
              <StatementRow key={`${line.at} ${line.reason} ${String(index)}`} line={line} />
            ))}
          </Card>
        </>
      )}
    </PagedView>
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
            <Card list>
              <LinkRow id="open-orders" label={words.gifts.exchange.orders} onTap={() => go(pages.orders)} />
            </Card>
            <Statement />
            <CheckAccount communityId={home.community.communityId} />
          </>
        )}
      </WithCommunity>
    </Screen>
  );
}
