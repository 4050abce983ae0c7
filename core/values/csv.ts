// A table as text for spreadsheets: comma-separated by RFC 4180, with no cell that a spreadsheet would take for a formula.

/** One cell as it is known: a number stands as it is, a text may be made harmless, null is empty. */
export type CsvCell = string | number | null;

/** What spreadsheets take for the beginning of a formula, see OWASP's CSV injection. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: a text that would be a formula begins with an apostrophe, and is quoted where a comma, a quote or a line end is in it. */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** A whole table with its byte order mark, by which spreadsheets know that it is UTF-8. */
export function csvTable(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
