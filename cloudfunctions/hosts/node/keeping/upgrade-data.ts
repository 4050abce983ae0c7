// Data of an older format as this program needs it: community by community, each replayed from its journal.
import { isBoardBeside } from '#core/rules/audit/made-by-the-journal';
import { upgradeCommunity } from '#core/rules/audit/upgrade/upgrade-community';
import { DATA_FORMAT } from '#core/tables';
import { StartProblem } from '#server/hosts/node/environment';
import { byCommunity, type CommunityPieces, piecesOf } from '#server/hosts/node/keeping/by-community';
import type { StoredDocument } from '#server/ports/store';
import type { Piece, WholeData } from '#server/ports/whole-data';

function upgraded({ communityId, documents: kept, scores: rows }: CommunityPieces): Omit<CommunityPieces, 'communityId'> {
  const { documents, boards, faults } = upgradeCommunity(communityId, kept);
  const [fault] = faults;
  if (fault !== undefined) {
    throw new StartProblem(
      `旧数据里有 ${faults.length} 条流水读不懂（第一条：${fault.id}，${fault.reason}），没有升级，数据没有改动。请用原来的版本运行 npm run check:data。/ The journal of the older data does not hold together; nothing was changed.`,
    );
  }
  const made = [...boards].flatMap(([board, own]) => [...own].map(([key, { points, at }]) => ({ board, key, points, at })));
  const beside = rows.filter(({ board }) => isBoardBeside(board));
  return { documents: documents as readonly StoredDocument[], scores: [...made, ...beside] };
}

/**
 * The pieces of data in today's format, whatever theirs is.
 * @throws StartProblem when a journal cannot be understood
 */
export async function* piecesOfToday({ format, pieces }: WholeData): AsyncGenerator<Piece> {
  if (format === DATA_FORMAT) {
    yield* pieces();
    return;
  }
  for await (const community of byCommunity(pieces())) yield* piecesOf(upgraded(community));
}
