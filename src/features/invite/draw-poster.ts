// The invite poster: the community, the promise of the card in words, and a code that leads to its terms.

/** What a poster says. */
export interface PosterWords {
  /** The character in the seal. */
  readonly seal: string;
  readonly community: string;
  readonly promise: string;
  readonly title: string;
  readonly reward: string;
  readonly scan: string;
  readonly organiser: string;
}

/** The size of a poster in pixels. */
export const POSTER = { width: 750, height: 980 } as const;

const paper = '#FAF6EF';
const surface = '#FFFFFF';
const ink = '#23201B';
const quiet = '#665F54';
const seal = '#C8371F';
const font = 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** Breaks a text into lines that fit a width: Chinese between any two characters, other words at spaces. */
export function linesOf(text: string, fits: (line: string) => boolean): string[] {
  const parts = text.match(/[A-Za-z0-9¥.,’'“”-]+|\s+|[^A-Za-z0-9\s]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && !fits(line + part)) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return line === '' ? lines : [...lines, line];
}

function write(
  pen: CanvasRenderingContext2D,
  text: string,
  at: { x: number; y: number; size: number; weight: 400 | 600; color: string; width: number },
): number {
  pen.font = `${at.weight} ${at.size}px ${font}`;
  pen.fillStyle = at.color;
  pen.textBaseline = 'top';
  const lines = linesOf(text, (line) => pen.measureText(line).width <= at.width);
  let { y } = at;
  for (const line of lines) {
    pen.fillText(line, at.x, y);
    y += at.size * 1.4;
  }
  return y;
}

/** Draws the poster. `code` is the picture of the QR code, dark on white with its quiet zone. */
export function drawPoster(pen: CanvasRenderingContext2D, words: PosterWords, code: CanvasImageSource): void {
  const width = POSTER.width - 128;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, POSTER.width, POSTER.height);
  pen.fillStyle = surface;
  pen.fillRect(32, 32, POSTER.width - 64, POSTER.height - 64);
  pen.save();
  pen.translate(614, 118);
  pen.rotate((-6 * Math.PI) / 180);
  pen.strokeStyle = seal;
  pen.lineWidth = 5;
  pen.strokeRect(-46, -46, 92, 92);
  pen.font = `600 56px ${font}`;
  pen.fillStyle = seal;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words.seal, 0, 4);
  pen.restore();
  pen.textAlign = 'left';
  let y = write(pen, words.community, { x: 64, y: 80, size: 40, weight: 600, color: ink, width: width - 120 });
  y = write(pen, words.promise, { x: 64, y: y + 8, size: 28, weight: 400, color: quiet, width: width - 120 });
  y = Math.max(y + 24, 216);
  y = write(pen, words.title, { x: 64, y, size: 56, weight: 600, color: ink, width });
  write(pen, words.reward, { x: 64, y: y + 12, size: 34, weight: 400, color: ink, width });
  pen.drawImage(code, (POSTER.width - 400) / 2, 440, 400, 400);
  pen.textAlign = 'center';
  write(pen, words.scan, { x: POSTER.width / 2, y: 846, size: 28, weight: 600, color: ink, width });
  write(pen, words.organiser, { x: POSTER.width / 2, y: 892, size: 24, weight: 400, color: quiet, width });
  pen.textAlign = 'left';
}
