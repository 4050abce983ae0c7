// Draws a share card, 500 by 400: a calm sheet of paper with one of the product's pictures, what you get, until when and where.
import type { CardPicture } from '#app/features/campaign/card-picture';
import { print, printFonts } from '#app/ui/print-colours';
import { fitText } from '#app/ui/wrap-text';

/** The size that the drawing is made for; 5:4, as a chat shows it. */
export const CARD_WIDTH = 500;
export const CARD_HEIGHT = 400;

const MARGIN = 36;
const INNER = CARD_WIDTH - 2 * MARGIN;

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

interface BlockStyle {
  readonly colour: string;
  readonly sizes: readonly number[];
  readonly linesMax: number;
  readonly bold?: boolean;
}

/** Writes a block from its top edge, as large as it fits; answers its bottom edge. */
function writeBlock(context: Context, text: string, x: number, top: number, width: number, style: BlockStyle): number {
  const { colour, sizes, linesMax, bold = false } = style;
  const { size, lines } = fitText(text, width, linesMax, sizes, (part, at) => {
    context.font = fontOf(at, bold);
    return context.measureText(part).width;
  });
  const step = Math.round(size * 1.35);
  for (const [index, line] of lines.entries())
    write(context, line, x, top + Math.round(size * 1.05) + index * step, { colour, size, bold });
  return top + lines.length * step;
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
  let y = writeBlock(context, picture.gives, MARGIN, top, width, { colour: print.ink, sizes: [30, 27, 24], linesMax: 2, bold: true });
  for (const line of [picture.condition, picture.note]) {
    if (line !== '') y = writeBlock(context, line, MARGIN, y + 6, width, { colour: print.ink2, sizes: [22, 20], linesMax: 2 });
  }
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
  const height = 318 - top;
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
  const sign = picture.gives.slice(0, 1);
  const amount = picture.gives.slice(1);
  const { size } = fitText(amount, 104, 1, [68, 56, 44, 34, 26], (part, at) => {
    context.font = fontOf(at, true);
    return context.measureText(part).width;
  });
  context.font = fontOf(size, true);
  const amountWidth = context.measureText(amount).width;
  const signSize = Math.round(size * 0.5);
  context.font = fontOf(signSize, true);
  const signWidth = context.measureText(sign).width + 4;
  const left = MARGIN + (164 - amountWidth - signWidth) / 2;
  const baseline = top + height / 2 + Math.round(size * 0.36);
  write(context, sign, left, baseline, { colour: print.seal, size: signSize, bold: true });
  write(context, amount, left + signWidth, baseline, { colour: print.seal, size, bold: true });
  const width = INNER - 164 - 40;
  const bottom = writeBlock(context, picture.condition, tearX + 22, top + height / 2 - 44, width, {
    colour: print.ink,
    sizes: [26, 23, 20],
    linesMax: 2,
    bold: true,
  });
  writeBlock(context, picture.note, tearX + 22, bottom + 4, width, { colour: print.ink2, sizes: [20, 19, 18, 17], linesMax: 1 });
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
  const bottom = writeBlock(context, picture.gives, MARGIN, y + radius + 16, INNER, {
    colour: print.ink,
    sizes: [30, 27, 24],
    linesMax: 1,
    bold: true,
  });
  writeBlock(context, `${picture.condition} · ${picture.note}`, MARGIN, bottom + 2, INNER, {
    colour: print.ink2,
    sizes: [21, 19, 17],
    linesMax: 2,
  });
}

/** Draws the card into the top left 500 by 400 of a context. */
export function drawCard(context: CanvasRenderingContext2D, picture: CardPicture): void {
  context.textBaseline = 'alphabetic';
  context.fillStyle = print.paper;
  context.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  write(context, picture.community, MARGIN, 50, { colour: print.ink2, size: 20 });
  const bottom = writeBlock(context, picture.title, MARGIN, 66, INNER, {
    colour: print.ink,
    sizes: [40, 36, 32, 28],
    linesMax: picture.kind === 'seal' ? 2 : 1,
    bold: true,
  });
  const top = Math.max(bottom + 18, 150);
  if (picture.kind === 'seal') drawSealCard(context, picture, top);
  else if (picture.kind === 'ticket') drawTicketCard(context, picture, top);
  else drawThreadCard(context, picture, top);
  context.fillStyle = print.line;
  context.fillRect(MARGIN, 338, INNER, 2);
  write(context, picture.until, MARGIN, 372, { colour: print.ink, size: 20 });
  write(context, picture.foot, CARD_WIDTH - MARGIN, 372, { colour: print.ink2, size: 18, align: 'right' });
}
