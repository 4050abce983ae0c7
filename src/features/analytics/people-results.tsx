// Who stays, who brings friends, and which group comes.
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import type { CommunityResults } from '#app/features/analytics/create-results';
import { rankSharers } from '#app/features/analytics/rank-sharers';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import { Chart } from '#app/ui/chart/chart.tsx';
import type { HeatShape } from '#app/ui/chart/chart-shape';
import { ChartTable } from '#app/ui/chart/chart-table.tsx';
import { ENOUGH_PEOPLE } from '#core/rules/analytics/results';

/** So many of those who brought most are named. */
const SHARERS_MAX = 10;

type Given = { readonly results: CommunityResults };

export function CohortCard({ results }: Given) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results.cohorts;
  const rows = useMemo(() => results.cohorts.filter(({ people }) => people > 0), [results]);
  const told = rows.filter(({ people }) => people >= ENOUGH_PEOPLE);
  const weeks = Math.max(0, ...rows.map(({ active }) => active.length));
  const shape = useMemo(
    (): HeatShape => ({
      kind: 'heat',
      columns: Array.from({ length: weeks }, (_, week) => String(week + 1)),
      rows: rows.map(({ weekOn, people, active }) => ({
        label: formats.day(weekOn),
        shares: active.map((count) => (people < ENOUGH_PEOPLE ? null : count / people)),
      })),
    }),
    [rows, weeks, formats],
  );
  const second = told.filter(({ active }) => active.length > 1);
  const joined = second.reduce((sum, { people }) => sum + people, 0);
  const stayed = second.reduce((sum, { active }) => sum + (active[1] ?? 0), 0);
  const numbers = {
    heads: [...says.heads(says.week(1)), ...Array.from({ length: Math.min(3, Math.max(0, weeks - 1)) }, (_, week) => says.week(week + 2))],
    rows: rows.map(({ weekOn, people, active }) => ({
      key: weekOn,
      cells: [
        formats.day(weekOn),
        formats.count(people),
        ...Array.from({ length: Math.max(1, Math.min(4, weeks)) }, (_, week) => {
          const count = active[week];
          return count === undefined ? '' : formats.count(count);
        }),
      ],
    })),
  };
  return (
    <Card id="cohorts" title={says.title}>
      {told.length === 0 ? (
        <>
          <Text>{rows.length === 0 ? says.early : owner.results.tooFew(Math.max(...rows.map(({ people }) => people)))}</Text>
          {rows.length === 0 ? null : <ChartTable id="cohorts-numbers" {...numbers} />}
        </>
      ) : (
        <Chart
          id="cohorts-chart"
          sentence={joined === 0 ? says.early : says.sentence(Math.round((100 * stayed) / joined))}
          shape={shape}
          table={numbers}
          note={says.note}
        />
      )}
    </Card>
  );
}

function Line({ id, label, value }: { readonly id: string; readonly label: string; readonly value: string }) {
  return (
    <View id={id} className="row row--apart">
      <Text>{label}</Text>
      <Text className="tabular strong">{value}</Text>
    </View>
  );
}

export function SpreadCard({ results }: Given) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results.spread;
  const { sharers, people, persons } = results;
  const sum = (count: (sharer: (typeof sharers)[number]) => number) => sharers.reduce((total, sharer) => total + count(sharer), 0);
  const [came, joined, active] = [sum((one) => one.came), sum((one) => one.joined), sum((one) => one.active)];
  const round = (ratio: number) => String(Math.round(ratio * 100) / 100);
  const most = rankSharers(sharers).slice(0, SHARERS_MAX);
  const isTold = people >= ENOUGH_PEOPLE && came > 0;
  return (
    <Card id="spread" title={says.title}>
      {came === 0 ? <Text>{says.nobody}</Text> : null}
      {isTold ? <Text className="strong">{says.sentence(String(Math.round((100 * active) / people)))}</Text> : null}
      {came > 0 && !isTold ? <Text>{owner.results.tooFew(people)}</Text> : null}
      {came === 0 ? null : (
        <View className="lines">
          <Line id="spread-came" label={says.came} value={formats.people(came)} />
          <Line id="spread-joined" label={says.joined} value={formats.people(joined)} />
          <Line id="spread-active" label={says.active} value={formats.people(active)} />
          {isTold ? <Line id="spread-each" label={says.each} value={round(came / people)} /> : null}
          {isTold ? <Line id="spread-factor" label={says.factor} value={round(active / people)} /> : null}
        </View>
      )}
      {isTold ? <Text className="quiet">{says.note}</Text> : null}
      {most.length === 0 ? null : (
        <>
          <Text className="strong">{says.sharers}</Text>
          <ChartTable
            id="sharers"
            heads={[says.name, says.joined1, says.active1]}
            rows={most.map(({ memberId, ...friends }) => {
              const person = persons[memberId];
              const name = owner.shared.person(person?.name ?? null, person?.tag ?? '');
              return { key: memberId, cells: [name, formats.count(friends.joined), formats.count(friends.active)] };
            })}
          />
        </>
      )}
    </Card>
  );
}

export function GroupsCard({ results }: Given) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results.groups;
  return (
    <Card id="result-groups" title={says.title}>
      {results.groups.length === 0 ? (
        <Text>{says.none}</Text>
      ) : (
        <>
          <ChartTable
            id="groups-numbers"
            heads={says.heads}
            rows={results.groups.map(({ groupId, people, active, redeemed }) => ({
              key: groupId,
              cells: [results.labels[groupId] ?? says.gone, formats.count(people), formats.count(active), formats.count(redeemed)],
            }))}
          />
          <Text className="quiet">{says.note}</Text>
        </>
      )}
    </Card>
  );
}
