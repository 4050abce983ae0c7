// The log beside a database file: SQLite takes it up as far as its frames check, and says nothing of those behind.
import { closeSync, openSync, readSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { makePrivate, refuseIfTaken } from '#server/adapters/store-sqlite/file-lock';
import { openDatabase, type SqliteDatabase, SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';

/** Of https://www.sqlite.org/walformat.html, as is every place of a figure below; the last bit of the magic says the order of bytes. */
const MAGIC = 0x377f0682;
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** No file of ours has other pages; asked only where the header is damaged that would say it. */
const PAGE_BYTES = 4_096;
const CHUNK_FRAMES = 256;

/** Both halves of a sum, which goes on from frame to frame. */
type Sums = readonly [number, number];

function sumsOf([one, other]: Sums, bytes: DataView, from: number, before: number, isLittle: boolean): Sums {
  let first = one;
  let second = other;
  for (let at = from; at < before; at += 8) {
    first = (first + bytes.getInt32(at, isLittle) + second) | 0;
    second = (second + bytes.getInt32(at + 4, isLittle) + first) | 0;
  }
  return [first, second];
}

const isSame = (one: Sums, other: Sums): boolean => one[0] === other[0] && one[1] === other[1];
const saltsIn = (bytes: DataView, at: number): bigint => bytes.getBigUint64(at);
const sumsIn = (bytes: DataView, at: number): Sums => [bytes.getInt32(at), bytes.getInt32(at + 4)];
const pageOf = (frame: DataView): number => frame.getUint32(0);
const endsTransaction = (frame: DataView): boolean => frame.getUint32(4) !== 0;

function* framesOf(file: number, pageBytes: number): Generator<DataView> {
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  const chunk = Buffer.alloc(frameBytes * CHUNK_FRAMES);
  for (let at = HEADER_BYTES; ; ) {
    const frames = Math.floor(readSync(file, chunk, 0, chunk.length, at) / frameBytes);
    if (frames === 0) return;
    for (let frame = 0; frame < frames; frame += 1) yield new DataView(chunk.buffer, chunk.byteOffset + frame * frameBytes, frameBytes);
    at += frames * frameBytes;
  }
}

/**
 * Whether a frame behind the first one that does not check goes on from the end of a transaction. A power cut leaves frames of one
 * transaction only, which nobody was told of: the next one begins when the disk has the one before. Frames of an earlier round of the log
 * have other salts, and frames that a cut left and the next transactions did not reach do not go on from what stands before them.
 */
function hasMoreBehind(frames: Iterable<DataView>, header: DataView, isLittle: boolean): boolean {
  const salts = saltsIn(header, 16);
  // What the next frame may go on from: of a frame that does not check, its page and its sum are one of them right at least.
  let froms: readonly Sums[] = [sumsIn(header, 24)];
  let isBehind = false;
  let isEnd = false;
  for (const frame of frames) {
    const sums = (from: Sums): Sums => sumsOf(sumsOf(from, frame, 0, 8, isLittle), frame, FRAME_HEADER_BYTES, frame.byteLength, isLittle);
    const said = sumsIn(frame, 16);
    const isOurs = saltsIn(frame, 8) === salts && pageOf(frame) !== 0;
    const goesOn = isOurs && froms.some((from) => isSame(sums(from), said));
    if (isBehind && isEnd && goesOn) return true;
    froms = goesOn || isBehind ? [said] : [said, ...froms.map(sums)];
    isBehind ||= !goesOn;
    isEnd = endsTransaction(frame);
  }
  return false;
}

/** Whether a log whose header does not check, and which SQLite would pass over, has been written: its frames share their salts. */
function hasFrames(frames: Iterable<DataView>, header: DataView): boolean {
  let salts = saltsIn(header, 16);
  for (const frame of frames) {
    const own = saltsIn(frame, 8);
    if (own === salts && pageOf(frame) !== 0) return true;
    salts = own;
  }
  return false;
}

/** What is wrong with a log; null when what SQLite takes up from it is all that anybody was told of. */
function whatIsWrong(file: number): string | null {
  const bytes = Buffer.alloc(HEADER_BYTES);
  if (readSync(file, bytes, 0, HEADER_BYTES, 0) < HEADER_BYTES) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const magic = header.getUint32(0);
  const isLittle = magic === MAGIC;
  const isKnown = isLittle || magic === MAGIC + 1;
  if (isKnown && isSame(sumsOf([0, 0], header, 0, 24, isLittle), sumsIn(header, 24))) {
    const isCutOff = hasMoreBehind(framesOf(file, header.getUint32(8)), header, isLittle);
    return isCutOff ? 'a frame of the log does not check, and transactions lie behind it' : null;
  }
  return hasFrames(framesOf(file, PAGE_BYTES), header) ? 'the header of the log does not check, and frames lie behind it' : null;
}

/** @throws SqliteProblem SQLITE_CORRUPT when SQLite would drop what was acknowledged; SQLITE_BUSY when a server is writing it. */
function checkLog(path: string): void {
  let file: number;
  try {
    file = openSync(`${path}-wal`, 'r');
  } catch {
    // There is none, or SQLite says why it cannot be read.
    return;
  }
  try {
    const wrong = whatIsWrong(file);
    if (wrong === null) return;
    refuseIfTaken(openDatabase(`${pathToFileURL(path).href}?mode=ro`));
    throw new SqliteProblem('SQLITE_CORRUPT', wrong);
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a database file, and makes it when it does not exist; its log has been looked through before SQLite takes it up.
 * @throws SqliteProblem when it cannot be opened, or SQLITE_CORRUPT when its log is damaged: both files are as they were then
 */
export function openWithLog(path: string): SqliteDatabase {
  checkLog(path);
  makePrivate(path);
  return openDatabase(path);
}
