// One line of a statement: what moved the points, when, by how many, and what was there afterwards.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { StatementLine } from '#app/features/phone';
import { useWords } from '#app/i18n/use-words';
import './statement-line.scss';

interface StatementRowProps {
  readonly line: StatementLine;
  /** Whether it stands under the name of its day. */
  readonly isUnderDay?: boolean;
  readonly children?: ReactNode;
}

/** The line; `children` is what can be done with it. */
export function StatementRow({ line, isUnderDay = false, children = null }: StatementRowProps) {
  const { formats, member } = useWords();
  const says = member.statement;
  const signed = `${line.points > 0 ? '+' : line.points < 0 ? '−' : ''}${formats.count(Math.abs(line.points))}`;
  const details = [isUnderDay ? '' : formats.day(line.on), line.note?.reason ?? line.title, line.reversed ? says.takenBack : ''];
  const said = details.filter((text) => text !== '').join(' · ');
  return (
    <View className="statement-line">
      <View className="statement-line__words">
        <Text>{says.reason[line.reason]}</Text>
        {said === '' ? null : <Text className="quiet">{said}</Text>}
        {children}
      </View>
      <View className="statement-line__numbers">
        <Text className={`statement-line__points${line.points > 0 ? ' statement-line__points--earned' : ''}`}>{signed}</Text>
        <Text className="quiet tabular">{says.after(line.balance)}</Text>
      </View>
    </View>
  );
}

/** What somebody has, as the large number above the lines; `children` says what it consists of. */
export function Balance({ label, points, children }: { readonly label: string; readonly points: number; readonly children: ReactNode }) {
  return (
    <View className="balance">
      <Text className="quiet">{label}</Text>
      <Text className="balance__number" id="points-balance">
        {useWords().formats.count(points)}
      </Text>
      {children}
    </View>
  );
}
