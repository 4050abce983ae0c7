// Looks whether the data was made by rules that this version still reads.
import type { CommunityDocument } from '#core/tables';
import { StartProblem } from '#server/hosts/node/environment';
import type { Store } from '#server/ports/store';

/**
 * Looks at one community: what its pages begin with must be there.
 * @throws StartProblem in words when the data is older than that; nothing is changed
 */
export async function checkAge(store: Store): Promise<void> {
  const page = await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1);
  const [oldest] = page.documents as unknown as readonly Partial<CommunityDocument>[];
  if (oldest !== undefined && oldest.openCampaigns === undefined) {
    throw new StartProblem(
      'The data was made by an older version, whose communities this one cannot read. Start with another DATA_DIR or DATABASE_URL, or go on with the version that made it; a demo community is made anew.',
    );
  }
}
