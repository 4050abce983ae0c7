// Breaks text into lines for a picture as Chinese is broken: between any two characters, but words and numbers stay whole
// and no line begins with a closing mark. A dot that stands between two things is not written where a line ends between them.

/** Marks that may not begin a line, and marks that may not end one. */
const CLOSING = '，。、；：！？）」』》】”’,.;:!?)]}%…';
const OPENING = '（「『《【“‘([{¥￥';

/** What stands between two things of one line. */
const BETWEEN = '·';

/** The pieces that are never broken: a run of Latin letters or digits, or one character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/[\p{Script=Latin}\p{N}¥￥.,:'’%-]+|\s+|./gsu) ?? []) {
    const last = pieces[pieces.length - 1];
    const sticks = last !== undefined && (CLOSING.includes(piece) || OPENING.includes(last.slice(-1)));
    if (sticks) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** A line without the dot, and the space, that it would end with. */
function withoutDot(line: string): string {
  const end = line.trimEnd();
  return end.endsWith(` ${BETWEEN}`) ? end.slice(0, -BETWEEN.length).trimEnd() : end;
}

/** Lines of at most `width` as `measure` measures them; a piece that is wider than a line stands on a line of its own. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(withoutDot(line));
      line = piece === BETWEEN ? '' : piece.trimStart();
    } else {
      line += line === '' ? piece.trimStart() : piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The largest of the sizes at which a text takes at most `linesMax` lines; the smallest, with as many lines as it takes, when none will do: nothing is cut. */
export function fitText(
  text: string,
  width: number,
  linesMax: number,
  sizes: readonly number[],
  measureAt: (text: string, size: number) => number,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of sizes) {
    const lines = wrapText(text, width, (part) => measureAt(part, size));
    if (lines.length <= linesMax && lines.every((line) => measureAt(line, size) <= width)) return { size, lines };
  }
  const size = sizes[sizes.length - 1] ?? 16;
  return { size, lines: wrapText(text, width, (part) => measureAt(part, size)) };
}
