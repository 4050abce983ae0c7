// The log port: one line of fields per event, without personal data.

/** Fields of a line: never names, never input texts, never tokens. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Laws: never throws; an error's stack goes to the log and nowhere else. */
export interface Log {
  line(level: 'notice' | 'warning' | 'error', event: string, fields: LogFields, error?: unknown): void;
}
