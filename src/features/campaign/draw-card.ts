// Draws a share card, 500 by 400: a calm sheet of paper with one of the product's pictures, what you get, until when and where.
import type { CardPicture } from '#app/features/campaign/card-picture';
import { print, printFonts } from '#app/ui/print-colours';
import { fitText } from '#app/ui/wrap-text';

/** The size that the drawing is made for; 5:4, as a chat shows it. */
export const CARD_WIDTH = 500;
export const CARD_HEIGHT = 400;

const MARGIN = 36;
const INNER = CARD_WIDTH - 2 * MARGIN;
/** Where the line above the foot begins; nothing above it reaches below. */
const FLOOR = 328;

type Context = CanvasRenderingContext2D;

interface TextStyle {
  readonly colour: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

function fontOf(size: number, bold: boolean): string {
  return `${bold ? 'bold' : 'normal'} ${size}px ${printFonts}`;
}

function write(
  context: Context,
  text: string,
  x: number,
  baseline: number,
  { colour, size, bold = false, align = 'left' }: TextStyle,
): void {
  context.font = fontOf(size, bold);
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(text, x, baseline);
}

interface Block {
  readonly text: string;
  readonly colour: string;
  readonly size: number;
  readonly linesMax: number;
  readonly bold?: boolean;
}

interface Box {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

/** How much smaller words may get before they are simply long. */
const SHRINKS = [1, 0.92, 0.84, 0.76, 0.68, 0.6] as const;
const GAP = 6;

function fitBlock(context: Context, { text, size, linesMax, bold = false }: Block, width: number, shrink: number) {
  const sizes = SHRINKS.filter((step) => step <= shrink).map((step) => Math.round(size * step));
  return fitText(text, width, linesMax, sizes, (part, at) => {
    context.font = fontOf(at, bold);
    return context.measureText(part).width;
  });
}

/** Writes blocks under each other, all of them a little smaller until they fit their box; answers the bottom edge. */
function writeBlocks(context: Context, blocks: readonly Block[], box: Box): number {
  const said = blocks.filter(({ text }) => text !== '');
  const heightAt = (shrink: number) =>
    said
      .map((block) => fitBlock(context, block, box.width, shrink))
      .reduce((sum, { size, lines }) => sum + lines.length * Math.round(size * 1.35) + GAP, -GAP);
  const shrink = SHRINKS.find((step) => heightAt(step) <= box.bottom - box.top) ?? SHRINKS[SHRINKS.length - 1] ?? 1;
  let y = box.top;
  for (const block of said) {
    const { size, lines } = fitBlock(context, block, box.width, shrink);
    const step = Math.round(size * 1.35);
    for (const [index, line] of lines.entries()) {
      write(context, line, box.x, y + Math.round(size * 1.05) + index * step, { colour: block.colour, size, bold: block.bold ?? false });
    }
    y += lines.length * step + GAP;
  }
  return y - GAP;
}

function roundedPath(context: Context, x: number, y: number, width: number, height: number, radius: number): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + width, y, x + width, y + height, radius);
  context.arcTo(x + width, y + height, x, y + height, radius);
  context.arcTo(x, y + height, x, y, radius);
  context.arcTo(x, y, x + width, y, radius);
  context.closePath();
}

function drawSeal(context: Context, centreX: number, centreY: number, side: number, mark: string): void {
  context.save();
  context.translate(centreX, centreY);
  context.rotate((-6 * Math.PI) / 180);
  roundedPath(context, -side / 2, -side / 2, side, side, side * 0.16);
  context.fillStyle = print.sealTint;
  context.fill();
  context.strokeStyle = print.seal;
  context.lineWidth = 6;
  context.stroke();
  const inner = side - 24;
  roundedPath(context, -inner / 2, -inner / 2, inner, inner, side * 0.1);
  context.lineWidth = 2;
  context.stroke();
  context.textBaseline = 'middle';
  write(context, mark, 0, 4, { colour: print.seal, size: Math.round(side * 0.52), bold: true, align: 'center' });
  context.textBaseline = 'alphabetic';
  context.restore();
}

function drawSealCard(context: Context, picture: CardPicture, top: number): void {
  const side = 112;
  const width = INNER - side - 28;
  drawSeal(context, CARD_WIDTH - MARGIN - side / 2 - 2, top + 64, side, picture.marks[0] ?? '');
  const blocks = [
    { text: picture.gives, colour: print.ink, size: 30, linesMax: 2, bold: true },
    { text: picture.condition, colour: print.ink2, size: 22, linesMax: 2 },
    { text: picture.note, colour: print.ink2, size: 22, linesMax: 2 },
  ];
  writeBlocks(context, blocks, { x: MARGIN, top, bottom: FLOOR, width });
}

/** The outline of a ticket: rounded corners, and a half round bitten out of both long edges where it will be torn. */
function ticketPath(context: Context, x: number, y: number, width: number, height: number, tearX: number): void {
  const corner = 12;
  const bite = 11;
  context.beginPath();
  context.moveTo(x + corner, y);
  context.lineTo(tearX - bite, y);
  context.arc(tearX, y, bite, Math.PI, 0, true);
  context.arcTo(x + width, y, x + width, y + height, corner);
  context.arcTo(x + width, y + height, x, y + height, corner);
  context.lineTo(tearX + bite, y + height);
  context.arc(tearX, y + height, bite, 0, Math.PI, true);
  context.arcTo(x, y + height, x, y, corner);
  context.arcTo(x, y, x + width, y, corner);
  context.closePath();
}

function drawTicketCard(context: Context, picture: CardPicture, top: number): void {
  const height = FLOOR - 8 - top;
  const tearX = MARGIN + 164;
  ticketPath(context, MARGIN, top, INNER, height, tearX);
  context.fillStyle = print.surface;
  context.fill();
  context.strokeStyle = print.line;
  context.lineWidth = 2;
  context.stroke();
  context.beginPath();
  context.setLineDash([5, 6]);
  context.moveTo(tearX, top + 18);
  context.lineTo(tearX, top + height - 18);
  context.stroke();
  context.setLineDash([]);
  const sign = picture.gives.startsWith('¥') ? '¥' : '';
  const amount = picture.gives.slice(sign.length);
  const { size } = fitText(amount, sign === '' ? 132 : 104, 1, sign === '' ? [48, 40, 34, 26, 20] : [68, 56, 44, 34, 26], (part, at) => {
    context.font = fontOf(at, true);
    return context.measureText(part).width;
  });
  context.font = fontOf(size, true);
  const amountWidth = context.measureText(amount).width;
  const signSize = Math.round(size * 0.5);
  context.font = fontOf(signSize, true);
  const signWidth = sign === '' ? 0 : context.measureText(sign).width + 4;
  const left = MARGIN + (164 - amountWidth - signWidth) / 2;
  const baseline = top + height / 2 + Math.round(size * 0.36);
  if (sign !== '') write(context, sign, left, baseline, { colour: print.seal, size: signSize, bold: true });
  write(context, amount, left + signWidth, baseline, { colour: print.seal, size, bold: true });
  const width = INNER - 164 - 40;
  const blocks = [
    { text: picture.condition, colour: print.ink, size: 26, linesMax: 2, bold: true },
    { text: picture.note, colour: print.ink2, size: 20, linesMax: 1 },
  ];
  writeBlocks(context, blocks, { x: tearX + 22, top: top + height / 2 - 44, bottom: top + height - 12, width });
}

function drawThreadCard(context: Context, picture: CardPicture, top: number): void {
  const radius = 34;
  const y = top + radius + 2;
  const left = MARGIN + radius;
  const right = CARD_WIDTH - MARGIN - radius;
  context.lineWidth = 4;
  context.strokeStyle = print.line;
  context.beginPath();
  context.moveTo(left + radius, y);
  context.lineTo(right - radius, y);
  context.stroke();
  context.strokeStyle = print.seal;
  context.beginPath();
  context.moveTo(left + radius, y);
  context.lineTo((left + right) / 2, y);
  context.stroke();
  for (const [place, isTied] of [
    [0.25, true],
    [0.5, true],
    [0.75, false],
  ] as const) {
    context.beginPath();
    context.arc(left + radius + (right - left - 2 * radius) * place, y, 8, 0, 2 * Math.PI);
    context.fillStyle = isTied ? print.seal : print.paper;
    context.strokeStyle = isTied ? print.seal : print.line;
    context.fill();
    context.stroke();
  }
  for (const [x, mark, isMine] of [
    [left, picture.marks[0] ?? '', true],
    [right, picture.marks[1] ?? '', false],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = isMine ? print.sealTint : print.surface;
    context.strokeStyle = isMine ? print.seal : print.line;
    context.fill();
    context.stroke();
    context.textBaseline = 'middle';
    write(context, mark, x, y + 2, {
      colour: isMine ? print.seal : print.ink2,
      size: mark.length > 1 ? 22 : 28,
      bold: true,
      align: 'center',
    });
    context.textBaseline = 'alphabetic';
  }
  const blocks = [
    { text: picture.gives, colour: print.ink, size: 30, linesMax: 1, bold: true },
    { text: `${picture.condition} · ${picture.note}`, colour: print.ink2, size: 21, linesMax: 2 },
  ];
  writeBlocks(context, blocks, { x: MARGIN, top: y + radius + 14, bottom: FLOOR, width: INNER });
}

/** Draws the card into the top left 500 by 400 of a context. */
export function drawCard(context: CanvasRenderingContext2D, picture: CardPicture): void {
  context.textBaseline = 'alphabetic';
  context.fillStyle = print.paper;
  context.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  write(context, picture.community, MARGIN, 50, { colour: print.ink2, size: 20 });
  const title = { text: picture.title, colour: print.ink, bold: true };
  const isShort = fitBlock(context, { ...title, size: 40, linesMax: 1 }, INNER, 1).size >= 34;
  const bottom = writeBlocks(context, [isShort ? { ...title, size: 40, linesMax: 1 } : { ...title, size: 34, linesMax: 2 }], {
    x: MARGIN,
    top: 66,
    bottom: 200,
    width: INNER,
  });
  const top = Math.max(bottom + 18, 150);
  if (picture.kind === 'seal') drawSealCard(context, picture, top);
  else if (picture.kind === 'ticket') drawTicketCard(context, picture, top);
  else drawThreadCard(context, picture, top);
  context.fillStyle = print.line;
  context.fillRect(MARGIN, FLOOR + 10, INNER, 2);
  write(context, picture.until, MARGIN, 372, { colour: print.ink, size: 20 });
  write(context, picture.foot, CARD_WIDTH - MARGIN, 372, { colour: print.ink2, size: 18, align: 'right' });
}
