// Prints what a phone has to load or to draw as a line that `npm run bench -- phone` gathers.

/** One row: what it is, its figures by their names with units, and the budget that the test holds it to. */
export function sayPhone(row: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`\nphone: ${JSON.stringify(row)}\n`);
}
