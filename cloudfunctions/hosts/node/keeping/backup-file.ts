// A backup: one file of JSON lines that any engine can be filled from. Its first line says what it is, its last one proves that it is whole.
import { createHash } from 'node:crypto';
import { DATA_FORMAT } from '#core/tables';
import { isStored, piecesIn, storedOf } from '#server/adapters/store-cloudbase/cloudbase-file';
import { newerWords } from '#server/adapters/store-lane/format-words';
import { StartProblem } from '#server/hosts/node/environment';
import { byCommunity, communityOfPiece } from '#server/hosts/node/keeping/by-community';
import { readLines, writeLines } from '#server/hosts/node/keeping/lines';
import type { StoredDocument } from '#server/ports/store';
import type { Piece, ScoreRow, WholeData } from '#server/ports/whole-data';

/** In which shape a file is: ours, or the one that CloudBase's console takes and gives. */
export type FileKind = 'qunhui' | 'cloudbase';

/** What a file holds. */
export interface Counted {
  readonly documents: number;
  readonly scores: number;
}

/** A file that has been read through once and is whole. */
export interface CheckedFile extends Counted {
  readonly kind: FileKind;
  readonly whole: WholeData;
}

type Line = { readonly document: StoredDocument } | { readonly score: readonly [string, string, number, number] };

function lineOf(piece: Piece): Line {
  if (piece.kind === 'document') return { document: piece.document };
  const { board, key, points, at } = piece.score;
  return { score: [board, key, points, at] };
}

function pieceOf(line: Line): Piece {
  if ('document' in line) return { kind: 'document', document: line.document };
  const [board, key, points, at] = line.score;
  return { kind: 'score', score: { board, key, points, at } satisfies ScoreRow };
}

/** Counts lines and sums them up; the same on the way out and on the way in. */
function createSeal() {
  const hash = createHash('sha256');
  const counted = { documents: 0, scores: 0 };
  return {
    add(text: string, line: Line | null): void {
      hash.update(text).update('\n');
      if (line !== null) counted['document' in line ? 'documents' : 'scores'] += 1;
    },
    close: () => ({ ...counted, sha256: hash.digest('hex') }),
  };
}

/**
 * Writes everything into a backup.
 * @throws StartProblem when the file exists
 */
export async function writeBackup(path: string, { format, pieces }: WholeData): Promise<Counted> {
  const seal = createSeal();
  let end: ReturnType<typeof seal.close> | null = null;
  async function* lines(): AsyncGenerator<string> {
    const head = JSON.stringify({ qunhui: 'backup', format });
    seal.add(head, null);
    yield `${head}\n`;
    for await (const piece of pieces()) {
      const line = lineOf(piece);
      const text = JSON.stringify(line);
      seal.add(text, line);
      yield `${text}\n`;
    }
    end = seal.close();
    yield `${JSON.stringify({ end })}\n`;
  }
  await writeLines(path, lines());
  return end ?? { documents: 0, scores: 0 };
}

/**
 * Writes everything as CloudBase's console imports it: a stored document a line.
 * @throws StartProblem when the file exists, or the data is of an older format than what the cloud functions work on
 */
export async function writeCloudBaseFile(path: string, { format, pieces }: WholeData): Promise<Counted> {
  if (format !== DATA_FORMAT)
    throw new StartProblem('数据是旧格式：先升级，再转成云开发的格式。/ The data is of an older format: upgrade it first.');
  const counted = { documents: 0, scores: 0 };
  async function* lines(): AsyncGenerator<string> {
    for await (const { documents, scores } of byCommunity(pieces())) {
      counted.documents += documents.length;
      counted.scores += scores.length;
      for (const stored of storedOf(documents, scores)) yield `${JSON.stringify(stored)}\n`;
    }
  }
  await writeLines(path, lines());
  return counted;
}

function broken(path: string, why: string): StartProblem {
  return new StartProblem(
    `${path} 不是完整的备份（${why}），没有改动任何数据：请换一份备份。/ is not a whole backup; nothing was changed.`,
  );
}

/** The lines of a file as values. @throws StartProblem when one of them is not JSON, or the file cannot be read to its end */
async function* valuesIn(path: string): AsyncGenerator<{ readonly text: string; readonly value: unknown }> {
  let number = 0;
  try {
    for await (const text of readLines(path)) {
      number += 1;
      if (text !== '') yield { text, value: JSON.parse(text) as unknown };
    }
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw broken(path, `第 ${number} 行 / line ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first format that there was. */
const OLDEST_FORMAT = 1;

const NO_CLOSE = async (): Promise<void> => undefined;

/** The console gives the collection in whatever order; everything of it is put together here, community by community. */
async function checkCloudBase(path: string): Promise<CheckedFile> {
  const counted = { documents: 0, scores: 0 };
  const communities = new Map<string, Piece[]>();
  for await (const { text, value } of valuesIn(path)) {
    if (!isStored(value)) throw broken(path, `不是云开发导出的记录 / not a stored document: ${text.slice(0, 80)}`);
    for (const piece of piecesIn(value)) {
      counted[piece.kind === 'document' ? 'documents' : 'scores'] += 1;
      const community = communityOfPiece(piece);
      const before = communities.get(community);
      if (before === undefined) communities.set(community, [piece]);
      else before.push(piece);
    }
  }
  async function* pieces(): AsyncGenerator<Piece> {
    for (const own of communities.values()) yield* own;
  }
  // The collection says no format: what is in today's shape already comes out of an upgrade as it went in.
  return { kind: 'cloudbase', ...counted, whole: { format: OLDEST_FORMAT, pieces, close: NO_CLOSE } };
}

async function checkOwn(path: string): Promise<CheckedFile> {
  const seal = createSeal();
  let format: number | null = null;
  let end: unknown = null;
  for await (const { text, value } of valuesIn(path)) {
    const line = value as { format?: unknown; end?: unknown } & Line;
    if (end !== null) throw broken(path, '结尾之后还有内容 / it goes on behind its end');
    if (format === null) format = Number(line.format);
    else if ('end' in line) {
      end = line.end;
      continue;
    }
    seal.add(text, 'document' in line || 'score' in line ? line : null);
  }
  if (format === null || end === null) throw broken(path, '没有结尾 / it has no end');
  if (format > DATA_FORMAT) throw new StartProblem(newerWords(path, format));
  const closed = seal.close();
  if (JSON.stringify(end) !== JSON.stringify(closed)) throw broken(path, '内容与结尾的校验和不符 / its content is not what its end says');
  async function* pieces(): AsyncGenerator<Piece> {
    for await (const { value } of valuesIn(path)) {
      const line = value as Line;
      if ('document' in line || 'score' in line) yield pieceOf(line);
    }
  }
  return { kind: 'qunhui', documents: closed.documents, scores: closed.scores, whole: { format, pieces, close: NO_CLOSE } };
}

/**
 * Reads a file through, and only then says what it holds.
 * @throws StartProblem in words when it is not there, not one of ours, damaged, cut off, or of a newer format
 */
export async function checkBackup(path: string): Promise<CheckedFile> {
  for await (const { value } of valuesIn(path)) {
    if (isStored(value)) return checkCloudBase(path);
    if (typeof value === 'object' && value !== null && 'qunhui' in value) return checkOwn(path);
    break;
  }
  throw broken(path, '第一行不是备份的开头 / its first line does not begin a backup');
}
