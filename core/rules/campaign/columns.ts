// Tables whose rows choose: which columns count in a row, by what it says or by the default.
import type { Cell, ColumnDeclaration, Row, RowsDeclaration } from '#core/rules/campaign/parameters';

/** What a row chooses in a column; the default where it does not say. */
export function chosenIn(column: ColumnDeclaration | undefined, cell: Cell | undefined): Cell | undefined {
  return column?.kind === 'choice' ? (cell ?? column.default) : cell;
}

/** Whether a column counts in a row. */
export function columnCounts(columns: RowsDeclaration['columns'], name: string, row: Partial<Row>): boolean {
  const when = columns[name]?.when;
  return when === undefined || when.is.includes(String(chosenIn(columns[when.column], row[when.column])));
}
