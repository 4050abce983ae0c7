// What an improvement changed, in words: which field, how it was, how it is.
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import { readWeekdays } from '#core/values/weekdays';

type Version = ValueOf<'campaign.versions'>['versions'][number];
/** One field that changed, as the server tells it. */
export type Change = Version['changes'][number];

/** A number without a unit of its own takes the one of its field. */
function numberText({ formats }: Words, kind: string, value: number, unit: string | undefined): string {
  if (kind === 'fen') return formats.money(value);
  if (kind === 'points') return formats.points(value);
  if (kind === 'days') return formats.days(value);
  return unit === undefined ? formats.count(value) : `${formats.count(value)} ${unit}`;
}

/** The rows of a small table, one after another: 3 天 10 积分. */
function rowsText(words: Words, type: CampaignTypeCode, path: string, rows: readonly unknown[]): string {
  const columns = words.campaignTypes[type].parameters[path]?.columns ?? {};
  const cellText = (column: string, cell: unknown) =>
    typeof cell === 'number' ? numberText(words, column.endsWith('Fen') ? 'fen' : 'count', cell, columns[column]?.unit) : String(cell);
  return rows
    .map((row) =>
      Object.entries(row as Readonly<Record<string, unknown>>)
        .map(([column, cell]) => cellText(column, cell))
        .join(' '),
    )
    .join(words.member.promise.rules.comma);
}

/** A field's value as it is read: ¥5, 3月9日, 开启. A value of a kind that this app does not know yet is written as it is. */
export function valueText(words: Words, type: CampaignTypeCode, path: string, kind: string, value: unknown): string {
  const says = words.member.promise.rules;
  if (kind === 'group' && value === null) return says.everyone;
  if (value === null || value === undefined || value === '') return says.none;
  const parameter = words.campaignTypes[type].parameters[path];
  if (value === 0 && parameter?.zero !== undefined) return parameter.zero;
  if (kind === 'day') return words.formats.fullDay(String(value));
  if (kind === 'switch') return value === 1 ? says.on : says.off;
  if (kind === 'weekdays') return words.formats.weekdayList(readWeekdays(value) ?? []) || says.none;
  if (kind === 'choice') return parameter?.options?.[String(value)] ?? String(value);
  if (Array.isArray(value)) return value.length === 0 ? says.none : rowsText(words, type, path, value);
  return typeof value === 'number' ? numberText(words, kind, value, parameter?.unit) : String(value);
}

/** The name of a field in what members read. */
function nameOf(words: Words, type: CampaignTypeCode, path: string): string {
  const { fields } = words.member.promise.rules;
  if (Object.keys(fields).includes(path)) return fields[path as keyof typeof fields];
  return words.campaignTypes[type].parameters[path]?.label ?? path;
}

/** Whether a table holds only numbers, so that it can be said in one line. */
function isOfNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => Object.values(row as object).every((cell) => typeof cell === 'number'));
}

/** One change in words. Texts are not quoted: they stand on the page. */
export function sayChange(words: Words, type: CampaignTypeCode, { path, kind, before, after }: Change): string {
  const says = words.member.promise.rules;
  if (kind === 'group' || kind === 'audience') return says.wider;
  const name = nameOf(words, type, path);
  if (kind === 'text' || (kind === 'rows' && !(isOfNumbers(before) && isOfNumbers(after)))) return says.rewritten(name);
  return says.change(name, valueText(words, type, path, kind, before), valueText(words, type, path, kind, after));
}

/** Everything that a version changed, in one line; a thing that two fields say is said once. */
function sayChanges(words: Words, { type, changes }: Pick<Version, 'type' | 'changes'>): string {
  const said = changes.map((change) => sayChange(words, type, change));
  return said.filter((text, place) => said.indexOf(text) === place).join(words.member.promise.rules.comma);
}

/** How a version differs from the one before: 规则第 3 版，比第 2 版：…; null of the first. */
export function sayImprovement(words: Words, version: Version | null): string | null {
  if (version === null || version.changes.length === 0) return null;
  return words.member.promise.rules.version(version.version, version.version - 1, sayChanges(words, version));
}
