// Tables as text: what a spreadsheet reads is what was written, and nothing in it is a formula.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvTable } from '#core/values/csv';

test.each([
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['-5', "'-5"],
  ['@all', "'@all"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=A1,"b"', '"\'=A1,""b"""'],
  ['说"好", 就来', '"说""好"", 就来"'],
  ['a\nb', '"a\nb"'],
  ['安娜', '安娜'],
  [-5, '-5'],
  [0, '0'],
  [null, ''],
] as const)('%j is written as %j', (value, written) => expect(csvCell(value)).toBe(written));

test('whatever is in a table, a reader of such files finds it cell by cell, and no cell begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }), fc.integer()), { minLength: 1 }), (rows) => {
      const table = csvTable(rows);
      expect(table.charCodeAt(0)).toBe(0xfeff);
      const read = parse(table, { bom: true, record_delimiter: '\r\n' }) as string[][];
      const expected = rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell))),
      );
      expect(read).toEqual(expected);
    }),
  );
});
