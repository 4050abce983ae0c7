// Pieces of a whole store, gathered by the community that they belong to.
import { communityOf } from '#core/values/ids';
import type { StoredDocument } from '#server/ports/store';
import type { Piece, ScoreRow } from '#server/ports/whole-data';

/** All of one community. */
export interface CommunityPieces {
  readonly communityId: string;
  readonly documents: readonly StoredDocument[];
  readonly scores: readonly ScoreRow[];
}

/** The community of a piece; `_system` for what is the installation's own. */
export function communityOfPiece(piece: Piece): string {
  return communityOf(piece.kind === 'document' ? piece.document.id : piece.score.board);
}

/** One community after another, each whole in memory; the pieces of each must follow each other. */
export async function* byCommunity(pieces: AsyncIterable<Piece>): AsyncGenerator<CommunityPieces> {
  let communityId: string | null = null;
  let documents: StoredDocument[] = [];
  let scores: ScoreRow[] = [];
  for await (const piece of pieces) {
    const own = communityOfPiece(piece);
    if (communityId !== null && own !== communityId) {
      yield { communityId, documents, scores };
      documents = [];
      scores = [];
    }
    communityId = own;
    if (piece.kind === 'document') documents.push(piece.document);
    else scores.push(piece.score);
  }
  if (communityId !== null) yield { communityId, documents, scores };
}

/** A community's pieces, one by one again. */
export function* piecesOf({ documents, scores }: Omit<CommunityPieces, 'communityId'>): Generator<Piece> {
  for (const document of documents) yield { kind: 'document', document };
  for (const score of scores) yield { kind: 'score', score };
}
