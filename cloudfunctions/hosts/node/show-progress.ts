// Shows how far a long step has come: a bar on a terminal, a few plain lines elsewhere.
import { Presets, SingleBar } from 'cli-progress';

/** A step that is being shown. It appears at its first `advance`, so that a step with nothing to do stays silent. */
export interface Progress {
  /** Tells how much is done, from 0 to 1. */
  advance(fraction: number): void;
  finish(): void;
}

const PLAIN_STEP = 0.25;

/** Starts to show a step under a title. */
export function showProgress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  let bar: SingleBar | null = null;
  let said = -1;
  return {
    advance(fraction) {
      const percent = Math.floor(Math.min(1, Math.max(0, fraction)) * 100);
      if (!stream.isTTY) {
        if (percent / 100 < said + PLAIN_STEP && percent < 100) return;
        if (percent === said * 100) return;
        said = percent / 100;
        stream.write(`${title}: ${percent}%\n`);
        return;
      }
      if (bar === null) {
        bar = new SingleBar(
          { format: `${title} {bar} {percentage}% {duration_formatted}`, hideCursor: true, stream },
          Presets.shades_classic,
        );
        bar.start(100, 0);
      }
      bar.update(percent);
    },
    finish() {
      bar?.stop();
      bar = null;
    },
  };
}
