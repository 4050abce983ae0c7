// Which communities a person knows and which one they look at; and how they come in, with the proof of their group.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No, Reply } from '#app/features/call';
import type { Entry } from '#app/features/community/entry';
import type { ValueOf } from '#core/contract';

/** A community and what the person is in it. */
export type Membership = ValueOf<'community.mine'>['communities'][number];

/** What the phone knows about communities. */
export interface CommunitiesState {
  /** unknown: not asked yet; ready: `list` is the server's answer. */
  readonly status: 'unknown' | 'ready';
  readonly list: readonly Membership[];
  readonly communityId: string | null;
  /** Whether this person may found a community here. */
  readonly mayFound: boolean;
  readonly no: No | null;
}

/** What happened on the way in: the proof or the invite may count for nothing, and the person is in all the same. */
export interface Entered {
  readonly ok: true;
  readonly proofNo: No | null;
  readonly inviteRefusal: string | null;
  /** Where the invite leads to; null without one. */
  readonly campaignId: string | null;
}

/** What a phone remembers between launches. */
export interface Memory {
  recall(name: string): string | null;
  remember(name: string, value: string | null): void;
}

/** The communities of a phone. */
export interface Communities {
  readonly store: StoreApi<CommunitiesState>;
  /** Asks which communities there are, and looks at the one of last time, else the first. */
  load(): Promise<void>;
  /** Comes in by a card, a code or an invite. A proof that does not count never keeps anybody out. */
  enter(entry: Entry, proof: string | null): Promise<Entered | No>;
  /** Looks at a community. */
  look(communityId: string): void;
  /** The community that is looked at. @throws Error when there is none: screens inside a community are not shown then. */
  current(): string;
}

const REMEMBERED = 'community';

/** Whether a "no" is about the proof alone. */
function isAboutProof(no: No): boolean {
  return no.code === 'group_proof_invalid' || no.code === 'group_proof_expired' || no.code === 'group_proof_used';
}

/** Makes the communities of a phone; `onLook` runs whenever another community is looked at. */
export function createCommunities(caller: Caller, memory: Memory, newId: () => string, onLook: () => void): Communities {
  const store = createStore<CommunitiesState>(() => ({ status: 'unknown', list: [], communityId: null, mayFound: false, no: null }));

  function look(communityId: string): void {
    if (store.getState().communityId === communityId) return;
    store.setState({ communityId });
    memory.remember(REMEMBERED, communityId);
    onLook();
  }

  async function come(entry: Entry, proof: string | null): Promise<Reply<'community.enter'>> {
    const input = {
      communityId: entry.communityId,
      ...(proof === null ? {} : { proof }),
      ...(entry.campaignId === null ? {} : { campaignId: entry.campaignId }),
      ...(entry.inviteToken === null ? {} : { inviteToken: entry.inviteToken }),
    };
    return caller.change('community.enter', input, newId());
  }

  /** Somebody who has not joined yet is in no list: where they looked around last time is asked for by itself. */
  async function lookAsVisitor(communityId: string): Promise<void> {
    const reply = await caller.view('community.home', { communityId });
    if (reply.ok) look(communityId);
    else if (reply.code === 'not_found') memory.remember(REMEMBERED, null);
  }

  return {
    store,
    async load() {
      const reply = await caller.view('community.mine', {});
      if (!reply.ok) return store.setState({ no: reply as No });
      const { communities: list, mayFound } = reply.value;
      store.setState({ status: 'ready', list, mayFound, no: null });
      if (store.getState().communityId !== null) return;
      const remembered = memory.recall(REMEMBERED);
      const chosen = list.find(({ community }) => community.communityId === remembered) ?? list[0];
      if (chosen !== undefined) return look(chosen.community.communityId);
      if (remembered !== null) await lookAsVisitor(remembered);
    },
    async enter(entry, proof) {
      let reply = await come(entry, proof);
      let proofNo: No | null = null;
      if (!reply.ok && proof !== null && isAboutProof(reply as No)) {
        proofNo = reply as No;
        reply = await come(entry, null);
      }
      if (!reply.ok) return reply as No;
      look(entry.communityId);
      return { ok: true, proofNo, inviteRefusal: reply.value.inviteRefusal, campaignId: reply.value.campaignId };
    },
    look,
    current() {
      const { communityId } = store.getState();
      if (communityId === null) throw new Error('no community is looked at');
      return communityId;
    },
  };
}
