// Shows how far a long step has come: one moving line on a terminal, a few plain lines elsewhere.

/** A step that is being shown; `finish` ends its line. */
export interface ProgressLine {
  /** Tells how much is done, from 0 to 1. */
  advance(fraction: number): void;
  /** Ends the line with what became of the step. */
  finish(result: string): void;
}

const BAR_CELLS = 24;
const PLAIN_LINE_EVERY_MS = 10_000;

/** Starts to show a step; without a terminal it says only how far it is every ten seconds. */
export function startProgressLine(title: string, stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const startedAt = Date.now();
  let done = 0;
  const secondsSpent = () => Math.round((Date.now() - startedAt) / 1000);
  const paint = () => {
    const filled = Math.round(done * BAR_CELLS);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
    const percent = `${Math.floor(done * 100)}`.padStart(3);
    stream.write(
      stream.isTTY ? `\r\x1b[K${title} ${bar} ${percent}% ${secondsSpent()} s` : `${title}:${percent}% after ${secondsSpent()} s\n`,
    );
  };
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
      stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${title}: ${result}, ${secondsSpent()} s\n`);
    },
  };
}
