// The board tab: my league of the week first, then everybody by week, month and all time; and hiding from all of it.

import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { newRequestId } from '#app/features/call';
import { hasJoined } from '#app/features/campaign/campaign-parts';
import { askHome } from '#app/features/community/ask-home';
import { NoCommunity } from '#app/features/community/no-community.tsx';
import { useShareCommunity } from '#app/features/community/use-share-community';
import { WayIn } from '#app/features/community/way-in.tsx';
import { BoardBody } from '#app/features/leaderboard/board-body.tsx';
import { type BoardKind, type BoardPeriod, createBoards } from '#app/features/leaderboard/board-store';
import { createLastBoards } from '#app/features/leaderboard/last-boards';
import { LastSeason } from '#app/features/leaderboard/last-season.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { MyReview } from '#app/features/risk/my-review.tsx';
import { useTabWords } from '#app/features/tab-words';
import { phone, useAsk, useAskNow, useCommunities, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import { LongList } from '#app/ui/long-list.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';

const kinds: readonly BoardKind[] = ['checkin', 'invite'];

/** The periods that a kind of board has: only check-ins have leagues. */
function periodsOf(kind: BoardKind): readonly BoardPeriod[] {
  return kind === 'checkin' ? ['league', 'week', 'month', 'all'] : ['week', 'month', 'all'];
}

function Boards({ communityId, zone, watched }: { readonly communityId: string; readonly zone: string; readonly watched: boolean }) {
  const words = useWords();
  const boards = useMemo(() => createBoards(phone.caller, communityId, newRequestId), [communityId]);
  const lasts = useMemo(() => createLastBoards(phone.caller, communityId), [communityId]);
  const state = useStore(boards.store);
  const ask = useCallback(() => void boards.refresh(), [boards]);
  useAskNow(ask);
  const hidden = state.hiddenHoped ?? state.value?.hidden ?? false;
  return (
    <>
      <Choices
        id="board-kind"
        choices={kinds.map((value) => ({ value, text: words.member.board.kinds[value] }))}
        chosen={state.kind}
        onChoose={(kind) => void boards.choose(kind, periodsOf(kind).includes(state.period) ? state.period : 'week')}
      />
      <Choices
        id="board-period"
        choices={periodsOf(state.kind).map((value) => ({ value, text: words.member.board.periods[value] }))}
        chosen={state.period}
        onChoose={(period) => void boards.choose(state.kind, period)}
      />
      {state.kind === 'invite' ? <MyReview communityId={communityId} zone={zone} watched={watched} /> : null}
      <LongList>
        <ResourceView state={state} skeleton={<Skeleton shape="row" count={6} label={words.member.shared.loading} />} onRetry={ask}>
          {(board) => (
            <>
              <BoardBody board={board} zone={zone} />
              {state.period === 'week' || state.period === 'month' ? (
                <LastSeason lasts={lasts} kind={state.kind} period={state.period} />
              ) : null}
            </>
          )}
        </ResourceView>
      </LongList>
      <Card list>
        <Toggle
          id="hide-me"
          label={words.member.board.hide}
          hint={words.member.board.hideHint}
          on={hidden}
          busy={state.hiddenHoped !== null}
          onChange={(on) => void boards.hide(on)}
        />
        {state.hideNo === null ? null : <NoNote no={state.hideNo} />}
      </Card>
    </>
  );
}

export function BoardScreen() {
  const words = useWords();
  useTabWords();
  useShareCommunity();
  const { communityId } = useCommunities();
  const home = useResource(phone.home);
  const ask = useCallback(() => void askHome(), []);
  useAsk(ask);
  return (
    <Screen title={words.member.board.title} tab>
      {communityId === null ? (
        <NoCommunity onRetry={ask} />
      ) : (
        <ResourceView state={home} skeleton={<Skeleton shape="row" count={8} label={words.member.shared.loading} />} onRetry={ask}>
          {(value) =>
            hasJoined(value.me) ? (
              <Boards communityId={communityId} zone={value.community.zone} watched={value.me.watched} />
            ) : (
              <WayIn home={value} />
            )
          }
        </ResourceView>
      )}
    </Screen>
  );
}
