// The owner's people on the phone: all of them page by page, those who are looked for, one of them with their story, and a list as a file.
import type { Caller, No } from '#app/features/call';
import { createStory, type Story } from '#app/features/membership/create-story';
import { createWalk, type Walk, type WalkReply } from '#app/features/membership/create-walk';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

/** A member as the owner sees them. */
export type MemberRow = ValueOf<'community.members'>['members'][number];
/** Whom to look for; nothing at all is everybody. */
export type Among = NonNullable<InputOf<'community.members'>['among']>;
/** What a list is ordered by, the most recent or the most first. */
export type PeopleOrder = 'joined' | 'seen' | 'points';

/** The stores of the owner's people. */
export interface People {
  readonly all: Paged<MemberRow, null>;
  readonly found: Walk<Among, MemberRow>;
  /** The list that becomes a file. */
  readonly file: Walk<Among, MemberRow>;
  storyOf(communityId: string, memberId: string): Story;
  clear(): void;
}

/** Puts people in order; those who are alike in it stay in the order in which they came, the last who joined first. */
export function inOrder(rows: readonly MemberRow[], order: PeopleOrder): readonly MemberRow[] {
  if (order === 'joined') return rows;
  const standing = ({ points, lastSeenOn }: MemberRow) => (order === 'points' ? points : (lastSeenOn ?? ''));
  const most = (one: MemberRow, other: MemberRow) => {
    const [mine, theirs] = [standing(one), standing(other)];
    return mine < theirs ? 1 : mine > theirs ? -1 : 0;
  };
  return [...rows].sort(most);
}

/** Makes them; `here` says of which community. */
export function createPeople(caller: Caller, here: () => { readonly communityId: string }): People {
  const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
  const look = async (among: Among, cursor: string | undefined): Promise<WalkReply<MemberRow>> => {
    const reply = await caller.view('community.members', { ...here(), among, ...after(cursor) });
    if (!reply.ok) return reply as No;
    const { members, lookedAt, total } = reply.value;
    return { ok: true, rows: members, lookedAt, total, cursor: reply.value.cursor };
  };
  const all = createPaged<MemberRow, null>(async (cursor) => {
    const reply = await caller.view('community.members', { ...here(), ...after(cursor) });
    return reply.ok ? { ok: true, items: reply.value.members, cursor: reply.value.cursor, head: null } : (reply as No);
  });
  const [found, file] = [createWalk(look), createWalk(look)];
  return {
    all,
    found,
    file,
    storyOf: (communityId, memberId) => createStory(caller, communityId, memberId),
    clear() {
      for (const held of [all, found, file]) held.clear();
    },
  };
}
