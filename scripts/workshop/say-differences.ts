// Says what a check of the data found.
import type { DataCheck } from '#server/app/check-data';

const SHOWN_MAX = 50;

/** Prints what was checked and every difference, the first fifty in full; answers whether there is none. */
export function sayDifferences(check: DataCheck): boolean {
  const { communities, journals, documents, boardRows, differences } = check;
  for (const { id, problem } of differences.slice(0, SHOWN_MAX)) console.log(`${id} ${problem}`);
  if (differences.length > SHOWN_MAX) console.log(`… and ${differences.length - SHOWN_MAX} more`);
  const checked = `${documents} documents and ${boardRows} board rows of ${communities} communities, recomputed from ${journals} journal documents`;
  console.log(`Checked ${checked}: ${differences.length === 0 ? 'no differences' : `${differences.length} differences`}.`);
  return differences.length === 0;
}
