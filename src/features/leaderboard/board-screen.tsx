// The board tab: kinds and periods, the top, my neighbours, and my own row always in sight.

import { Text, View } from '@tarojs/components';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { newRequestId } from '#app/features/call';
import { hasJoined } from '#app/features/campaign/campaign-parts';
import { askHome } from '#app/features/community/ask-home';
import { JoinCard } from '#app/features/community/join-card.tsx';
import { NoCommunity } from '#app/features/community/no-community.tsx';
import { useShareCommunity } from '#app/features/community/use-share-community';
import { type Board, type BoardKind, type BoardPeriod, createBoards } from '#app/features/leaderboard/board-store';
import { createLastBoards } from '#app/features/leaderboard/last-boards';
import { LastSeason } from '#app/features/leaderboard/last-season.tsx';
import { useBoardRow } from '#app/features/leaderboard/use-board-row';
import { NoNote } from '#app/features/no-view.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { useTabWords } from '#app/features/tab-words';
import { phone, useAsk, useAskNow, useCommunities, useResource } from '#app/features/this-phone';
import { clockText, dayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { BoardRow, BoardRows } from '#app/ui/board-row.tsx';
import { Card } from '#app/ui/card.tsx';
import { LongList } from '#app/ui/long-list.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import './board-screen.scss';

const kinds: readonly BoardKind[] = ['checkin', 'invite'];
const periods: readonly BoardPeriod[] = ['week', 'month', 'all'];

function MyRow({ board }: { readonly board: Board }) {
  const words = useWords();
  const toRow = useBoardRow(board.kind);
  if (board.hidden) return <Text className="quiet">{words.member.board.mineHidden}</Text>;
  if (board.mine === null) return <Text className="quiet">{words.member.board.mineNone[board.kind]}</Text>;
  return (
    <View id="my-row">
      <BoardRow {...toRow(board.mine)} />
    </View>
  );
}

function BoardBody({ board, zone }: { readonly board: Board; readonly zone: string }) {
  const words = useWords();
  const toRow = useBoardRow(board.kind);
  if (board.top.length === 0) return <EmptyState id="board-empty" text={words.member.board.empty[board.kind]} />;
  const inTop = board.mine === null || board.top.some((row) => row.mine);
  const span =
    board.fromOn === null || board.untilOn === null
      ? []
      : [words.member.board.window(dayText(words, board.fromOn), dayText(words, board.untilOn))];
  return (
    <>
      <Text className="quiet tabular" id="board-total">
        {[...span, words.member.board.total(board.total)].join(' · ')}
      </Text>
      <Card list>
        <BoardRows key={`${board.kind} ${board.period}`} rows={board.top.map(toRow)} />
      </Card>
      {inTop ? null : (
        <>
          <Text className="section-title">{words.member.board.around}</Text>
          <Card id="around-me" list>
            <BoardRows rows={board.around.map(toRow)} />
          </Card>
        </>
      )}
      <Text className="quiet">{`${words.member.board.ties[board.kind]}${words.member.shared.joint}${words.member.board.asOf(clockText(board.at, zone))}`}</Text>
    </>
  );
}

function Boards({ communityId, zone }: { readonly communityId: string; readonly zone: string }) {
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
        onChoose={(kind) => void boards.choose(kind, state.period)}
      />
      <Choices
        id="board-period"
        choices={periods.map((value) => ({ value, text: words.member.board.periods[value] }))}
        chosen={state.period}
        onChoose={(period) => void boards.choose(state.kind, period)}
      />
      <LongList>
        <ResourceView state={state} skeleton={<Skeleton shape="row" count={6} label={words.member.shared.loading} />} onRetry={ask}>
          {(board) => (
            <>
              <View className="my-place">
                <MyRow board={board} />
              </View>
              <BoardBody board={board} zone={zone} />
              {state.period === 'all' ? null : <LastSeason lasts={lasts} kind={state.kind} period={state.period} />}
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
          {({ me, community }) =>
            hasJoined(me) ? <Boards communityId={communityId} zone={community.zone} /> : <JoinCard onJoined={() => undefined} />
          }
        </ResourceView>
      )}
    </Screen>
  );
}
