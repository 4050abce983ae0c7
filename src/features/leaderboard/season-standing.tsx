// How a campaign with prizes of the board stands for whoever looks: their place now and what it would bring, and who won the last season.
import { Text, View } from '@tarojs/components';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { type CampaignCard, type Me, textOf } from '#app/features/campaign/campaign-parts';
import { prizeOfPlace, prizeSteps } from '#app/features/campaign/prize-steps';
import type { Board } from '#app/features/leaderboard/board-store';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskNow } from '#app/features/this-phone';
import { dayText } from '#app/features/when';
import { prizeLabel, prizeText } from '#app/i18n/say-prize';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { BoardRow } from '#app/ui/board-row.tsx';
import { Card } from '#app/ui/card.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { type PresentPlace, type PrizeStep, presentPlace } from '#core/rules/leaderboard/prizes';

type Settlement = NonNullable<ValueOf<'leaderboard.settlement'>['settlement']>;

/** What is asked for at once: the last settlement, and the board of the season that runs. */
interface Standing {
  readonly settlement: Settlement | null;
  readonly board: Board;
}

/** What the place of now would bring; where those with the same days hide it, only what is certain of it. */
function sayPlace(words: Words, ranks: readonly PrizeStep[], at: PresentPlace | null): string {
  const says = words.season.now;
  if (at === null) return says.none;
  const prize = prizeOfPlace(ranks, at.place);
  if (at.exact) return prize === null ? says.below(at.place) : says.wins(at.place, prizeText(words, prize));
  return prize === null ? says.farBelow(at.place - 1) : says.tied(at.place - 1);
}

function Now({ card, board }: { readonly card: CampaignCard; readonly board: Board }) {
  const words = useWords();
  const { season } = words;
  // The season that runs has prizes only if it ends within the campaign.
  if (card.state === 'ended' || board.untilOn === null || board.untilOn > card.endsOn) return null;
  const place = presentPlace(board);
  return (
    <Card id="season-now" title={season.now.title}>
      <Text className="tabular">{sayPlace(words, prizeSteps(card.parameters['ranks']), place)}</Text>
      {place === null ? null : <Text className="quiet">{season.now.note}</Text>}
    </Card>
  );
}

function Settled({ settlement }: { readonly settlement: Settlement }) {
  const words = useWords();
  const { season, member } = words;
  const called = ({ person, mine }: Settlement['rows'][number]) => {
    const name = person.name ?? member.shared.someone(person.tag);
    return mine ? member.board.mine(name) : name;
  };
  const scoreOf = ({ state, ...row }: Settlement['rows'][number]) => {
    const prize = prizeLabel(words, row);
    return state === 'owed' ? season.settled.owed(prize) : state === 'settled' ? season.settled.madeGood(prize) : prize;
  };
  const winners = settlement.rows.filter(({ place }) => place !== null);
  const passedOver = settlement.rows.filter(({ reason }) => reason !== null);
  return (
    <View id="season-settled" className="lines">
      <View className="section-title">
        <Text>{season.settled.title(dayText(words, settlement.fromOn), dayText(words, settlement.untilOn))}</Text>
      </View>
      {settlement.endedEarly && winners.length > 0 ? <Text className="quiet">{season.settled.endedEarly}</Text> : null}
      {winners.length === 0 ? <Text className="quiet">{season.settled.nobody}</Text> : null}
      <PlainList id="season-winners">
        {winners.map((row) => (
          <BoardRow
            key={row.person.memberId}
            memberId={row.person.memberId}
            rank={row.place ?? row.rank}
            name={row.person.name}
            tag={row.person.tag}
            picture={row.person.avatar}
            label={called(row)}
            score={scoreOf(row)}
            mine={row.mine}
          />
        ))}
      </PlainList>
      {passedOver.map((row) => (
        <Text key={row.person.memberId} className="quiet">
          {season.settled.passedOver(called(row), row.days, season.skipped[row.reason ?? 'left'])}
        </Text>
      ))}
    </View>
  );
}

/** What somebody who has joined may see of it; owner and clerks take no part, so they have no place. */
export function SeasonStanding({ card, me }: { readonly card: CampaignCard; readonly me: Me }) {
  const { member } = useWords();
  const { campaignId } = card;
  const period = textOf(card, 'period') === 'month' ? 'month' : 'week';
  const resource = useMemo(
    () =>
      createResource<Standing>(async () => {
        const communityId = phone.communities.current();
        const [settled, board] = await Promise.all([
          phone.caller.view('leaderboard.settlement', { communityId, campaignId }),
          phone.caller.view('leaderboard.board', { communityId, kind: 'checkin', period }),
        ]);
        if (!settled.ok) return settled as No;
        return board.ok ? { ok: true, value: { settlement: settled.value.settlement, board: board.value } } : (board as No);
      }),
    [campaignId, period],
  );
  const ask = useCallback(() => void resource.refresh(), [resource]);
  useAskNow(ask);
  return (
    <ResourceView state={useStore(resource.store)} skeleton={<Skeleton shape="card" label={member.shared.loading} />} onRetry={ask}>
      {({ settlement, board }) => (
        <>
          {me.role === 'member' ? <Now card={card} board={board} /> : null}
          {settlement === null ? null : <Settled settlement={settlement} />}
        </>
      )}
    </ResourceView>
  );
}
