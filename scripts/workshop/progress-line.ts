// Shows how far long steps have come: one moving line on a terminal for all that run at once, a few plain lines elsewhere.

/** A step that is being shown; `finish` ends its line. */
export interface ProgressLine {
  /** Tells how much is done, from 0 to 1. */
  advance(fraction: number): void;
  /** Ends the line with what became of the step. */
  finish(result: string): void;
}

const BAR_CELLS = 24;
const PLAIN_LINE_EVERY_MS = 10_000;

/** What every step that is under way would say of itself now. */
const underWay = new Set<() => string>();

/** Starts to show a step; without a terminal it says only how far it is every ten seconds. */
export function startProgressLine(title: string, stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const startedAt = Date.now();
  let done = 0;
  const secondsSpent = () => Math.round((Date.now() - startedAt) / 1000);
  const percent = () => `${Math.floor(done * 100)}`.padStart(3);
  const say = () => {
    const filled = Math.round(done * BAR_CELLS);
    return `${title} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${percent()}% ${secondsSpent()} s`;
  };
  const paint = () => {
    const line = stream.isTTY
      ? `\r\x1b[K${[...underWay].map((one) => one()).join('  ')}`
      : `${title}:${percent()}% after ${secondsSpent()} s\n`;
    stream.write(line);
  };
  underWay.add(say);
  if (stream.isTTY) paint();
  else stream.write(`${title} …\n`);
  const timer = setInterval(paint, stream.isTTY ? 200 : PLAIN_LINE_EVERY_MS);
  timer.unref();
  return {
    advance: (fraction) => {
      done = Math.min(1, Math.max(done, fraction));
    },
    finish: (result) => {
      clearInterval(timer);
      underWay.delete(say);
      stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${title}: ${result}, ${secondsSpent()} s\n`);
    },
  };
}
