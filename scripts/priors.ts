// Fits the stated priors of coupon conversion to real campaigns, and checks them: `npm run priors -- --data DIR [--write]`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type ConversionKind,
  type ConversionPrior,
  type CountedCampaign,
  conversionOf,
  fitConversion,
} from '#core/rules/forecast/conversion-fit';
import { countCampaign } from './priors/count-campaigns';
import { type LeftOut, leaveOneOut } from './priors/leave-one-out';
import { readHistory } from './replay/read-history';
import { repositoryRoot } from './workshop/repository-root';

const USAGE = `npm run priors -- --data DIR [--write]
  --data DIR  the folder with campaign_descriptions.csv, campaigns.csv and coupon_redemptions.csv
  --write     writes the priors into core/rules/forecast/conversion-priors.ts, and the counts behind them beside the tests`;

const SOURCE = 'The Complete Journey, 84.51°, R package completejourney 1.1.1 (CC0)';
/** How many of the campaigns have to lie inside of their band. */
const INSIDE_MIN = 10;
const kinds: readonly ConversionKind[] = ['A', 'B', 'C'];
const round = (value: number) => Math.round(value * 10_000) / 10_000;

function rounded(prior: ConversionPrior): ConversionPrior {
  return Object.fromEntries(Object.entries(prior).map(([name, value]) => [name, round(value as number)])) as unknown as ConversionPrior;
}

function literal(record: object): string {
  return `{ ${Object.entries(record)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : String(value)}`)
    .join(', ')} }`;
}

function priorsFile(priors: Readonly<Record<ConversionKind, ConversionPrior>>, campaigns: number): string {
  return `// Made by \`npm run priors -- --data DIR --write\` from The Complete Journey; how, and from which counts, stands in docs/forecast.md.
import type { ConversionKind, ConversionPrior } from '#core/rules/forecast/conversion-fit';

/** What ${campaigns} real campaigns converted, by kind. Source: ${SOURCE}. */
export const conversionPriors: Readonly<Record<ConversionKind, ConversionPrior>> = {
${kinds.map((kind) => `  ${kind}: ${literal(priors[kind])},`).join('\n')}
};
`;
}

function countsFile(campaigns: readonly CountedCampaign[]): string {
  return `// Counts of real coupon campaigns, made by \`npm run priors -- --data DIR --write\`. Source: ${SOURCE}.
import type { CountedCampaign } from '#core/rules/forecast/conversion-fit';

/** Each campaign in counts only: no household, no product, no date. */
export const realCampaigns: readonly CountedCampaign[] = [
${campaigns.map((campaign) => `  ${literal(campaign)},`).join('\n')}
];
`;
}

function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n'));
}

function sayLeftOut(checked: readonly LeftOut[]): void {
  sayTable([
    ['campaign', 'kind', 'receivers', 'real', '10 %', 'median', '90 %', 'inside'],
    ...checked.map(({ campaign: { id, kind, receivers, redemptions }, band, isInside }) => [
      id,
      kind,
      ...[receivers, redemptions, band.low, band.median, band.high].map(String),
      isInside ? 'yes' : 'no',
    ]),
  ]);
}

/** Runs the command; answers with the exit code: 0 only when enough real campaigns lie inside of their bands. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' }, write: { type: 'boolean' } } });
  if (values.data === undefined) {
    console.error(USAGE);
    return 1;
  }
  const { campaigns: history, badRows } = await readHistory(values.data);
  for (const { file, line, reason } of badRows) console.error(`${file}:${line}: ${reason}`);
  const campaigns = [...history.values()].map(countCampaign);
  if (campaigns.length < 2 || badRows.length > 0) {
    console.error('There are not enough good campaigns to fit to.');
    return 1;
  }
  const fitted = kinds.map((kind) => [kind, rounded(fitConversion(campaigns, kind))] as const);
  sayTable([
    ['kind', 'redeem', 'between', 'more', 'timing', 'days'],
    ...fitted.map(([kind, prior]) => [
      kind,
      `${(100 * conversionOf(prior)).toFixed(1)} %`,
      `±${prior.oddsSpread.toFixed(2)}`,
      Math.exp(prior.logMore).toFixed(2),
      prior.timing.toFixed(2),
      prior.days.toFixed(0),
    ]),
  ]);
  const checked = leaveOneOut(campaigns);
  console.log('\nEach campaign forecast from the others:');
  sayLeftOut(checked);
  const inside = checked.filter(({ isInside }) => isInside).length;
  console.log(`\n${inside} of ${checked.length} real numbers lie inside of the 10–90 % band.`);
  if (values.write === true) {
    const priors = Object.fromEntries(fitted) as Record<ConversionKind, ConversionPrior>;
    await writeFile(join(repositoryRoot, 'core/rules/forecast/conversion-priors.ts'), priorsFile(priors, campaigns.length));
    await writeFile(join(repositoryRoot, 'test/rules/forecast/real-campaigns.ts'), countsFile(campaigns));
    console.log('Written: core/rules/forecast/conversion-priors.ts, test/rules/forecast/real-campaigns.ts');
  }
  return inside >= INSIDE_MIN ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
