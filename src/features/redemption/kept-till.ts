// Where a clerk stands, as the phone remembers it: so that the counter opens without a network, after a restart too.
import type { Memory } from '#app/features/community/communities';
import type { ValueOf } from '#core/contract';
import { isStaff } from '#core/rules/community/roles';

const NAME = 'till';

/** A counter that this phone has been at. */
export interface Till {
  readonly communityId: string;
  /** The zone of the shop's clock. */
  readonly zone: string;
}

/** The counter of last time; null where this phone has been at none. */
export function recallTill(memory: Memory): Till | null {
  try {
    const { communityId, zone } = JSON.parse(memory.recall(NAME) ?? '{}') as Partial<Till>;
    return typeof communityId === 'string' && typeof zone === 'string' ? { communityId, zone } : null;
  } catch {
    return null;
  }
}

/** Remembers the counter of a clerk or an owner; forgets it of anybody else. */
export function keepTill(memory: Memory, { community, me }: ValueOf<'community.home'>): void {
  const { communityId, zone } = community;
  const isTheirs = isStaff(me.role);
  memory.remember(NAME, isTheirs ? JSON.stringify({ communityId, zone }) : null);
}
