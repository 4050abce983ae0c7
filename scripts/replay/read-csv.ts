// Reads one CSV file into rows with their line numbers; what cannot be read is reported and the rest goes on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvError, type Info, parse } from 'csv-parse/sync';

/** A row that was left out: where it stands, and why. */
export interface BadRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** A row: its line, and its fields by column. */
export interface Row<Column extends string> {
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

/** Reads a file that has at least these columns, in any order. */
export async function readCsv<const Column extends string>(
  folder: string,
  file: string,
  columns: readonly Column[],
  report: (bad: BadRow) => void,
): Promise<Row<Column>[]> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (text === null) {
    report({ file, line: 0, reason: 'the file is missing or cannot be read' });
    return [];
  }
  const onSkip = (error: CsvError | undefined): undefined => {
    report({ file, line: Number(error?.lines ?? 0), reason: 'the quotes of this row do not fit' });
  };
  // The package's types know `info` only together with `columns`.
  const records = parse(text, {
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: onSkip,
  }) as unknown as readonly { readonly record: string[]; readonly info: Info }[];
  const [head, ...rest] = records;
  const places = new Map(columns.map((column) => [column, head?.record.indexOf(column) ?? -1]));
  const missing = columns.filter((column) => places.get(column) === -1);
  if (head === undefined || missing.length > 0) {
    report({ file, line: 1, reason: `the column ${missing.join(', ')} is missing` });
    return [];
  }
  return rest.flatMap(({ record, info }) => {
    const empty = columns.filter((column) => (record[places.get(column) ?? -1] ?? '') === '');
    if (empty.length > 0 || record.length > head.record.length) {
      const reason =
        empty.length > 0 ? `${empty.join(', ')} is missing` : `${record.length} fields in a file of ${head.record.length} columns`;
      report({ file, line: info.lines, reason });
      return [];
    }
    const fields = Object.fromEntries(columns.map((column) => [column, record[places.get(column) ?? -1] ?? ''])) as Record<Column, string>;
    return [{ line: info.lines, fields }];
  });
}
