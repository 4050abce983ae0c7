// The numbers behind a chart, in columns that line up at the right.
import { Text, View } from '@tarojs/components';
import './chart.scss';

export interface ChartTableProps {
  readonly id: string;
  /** What each column is; the first names the row. */
  readonly heads: readonly string[];
  /** The key is unique; the cells stand in the order of the heads. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

export function ChartTable({ id, heads, rows }: ChartTableProps) {
  const place = (column: number) => `chart-table__cell${column === 0 ? ' chart-table__cell--name' : ''}`;
  return (
    <View className="chart-table" id={id} role="table">
      <View className="chart-table__row chart-table__row--head" role="row">
        {heads.map((head, column) => (
          <View key={head} className={place(column)} role="columnheader">
            <Text>{head}</Text>
          </View>
        ))}
      </View>
      {rows.map(({ key, cells }) => (
        <View key={key} className="chart-table__row" role="row">
          {cells.map((cell, column) => (
            <View key={heads[column]} className={place(column)} role={column === 0 ? 'rowheader' : 'cell'}>
              <Text>{cell}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
