// How the draft in an editor gets to the server: by itself once typing rests, and by hand, one after the other and always as the same draft.
import type { StoreApi } from 'zustand/vanilla';
import type { Caller, No, Reply } from '#app/features/call';
import { type Draft, type FieldProblem, readForm } from '#app/features/campaign/campaign-form';
import { byPath, problemOf } from '#app/features/campaign/editor-problems';
import type { EditorState } from '#app/features/campaign/editor-typing';
import { createDeed } from '#app/features/deed';
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** What became of a save: the draft is stored and sound, stored with problems, or not stored. */
export type Saved = 'sound' | 'problems' | 'not_saved';

/** What the editor works for. */
export interface EditorParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly now: () => number;
}

/** The draft that is open. */
export interface OpenDraft {
  readonly communityId: string;
  /** Parameters that this app cannot draw. */
  readonly kept: CampaignParameters;
  /** Another draft has another one: an answer about one that was left is dropped. */
  readonly generation: number;
}

type Send = (draft: Draft) => Promise<Reply<'campaign.save'> | null>;

/** Sends a draft that can be read; what was typed meanwhile is not saved with it. */
function createSending({ caller, newId, now }: EditorParts, store: StoreApi<EditorState>, open: () => OpenDraft): Send {
  const saving = createDeed(
    (input: { communityId: string; campaignId?: string; draft: Draft }, requestId: string) =>
      caller.change('campaign.save', input, requestId),
    newId,
  );
  return async (draft) => {
    const { form, campaignId } = store.getState();
    const { communityId, generation } = open();
    const reply = await saving.run({ communityId, ...(campaignId === null ? {} : { campaignId }), draft });
    if (generation === open().generation && reply?.ok === true) {
      store.setState({ campaignId: reply.value.campaignId, clean: form, keptAt: now(), unkept: null });
    }
    return reply;
  };
}

/** Saves by itself: nothing is asked of the owner, and nothing is marked but what may not be kept. */
function createKeeping(store: StoreApi<EditorState>, open: () => OpenDraft, send: Send) {
  let keeping: Promise<void> | null = null;

  async function keepNow(draft: Draft): Promise<void> {
    const { generation } = open();
    store.setState({ keeping: true });
    const reply = await send(draft);
    if (generation !== open().generation) return;
    const no = reply === null || reply.ok ? null : (reply as No);
    const problem = no === null ? null : problemOf(no);
    const { problems } = store.getState();
    store.setState({ keeping: false, unkept: no, ...(problem === null ? {} : { problems: { ...problems, ...byPath([problem]) } }) });
  }

  return {
    /** Whatever is on its way; null when nothing is. */
    underWay: () => keeping,
    async keep(): Promise<void> {
      if (keeping !== null) await keeping;
      const { form, clean, declarations, saving } = store.getState();
      if (form === null || form === clean || saving) return;
      const { draft } = readForm(form, declarations, open().kept);
      if (draft === null) return;
      keeping = keepNow(draft).then(() => {
        keeping = null;
      });
      await keeping;
    },
  };
}

/** The two ways to save the draft of a store. */
export function createDraftSaving(parts: EditorParts, store: StoreApi<EditorState>, open: () => OpenDraft) {
  const send = createSending(parts, store, open);
  const { keep, underWay } = createKeeping(store, open, send);

  async function save(): Promise<Saved> {
    if (store.getState().saving || store.getState().form === null) return 'not_saved';
    store.setState({ saving: true, no: null });
    const before = underWay();
    if (before !== null) await before;
    const { form, declarations } = store.getState();
    const { communityId, kept } = open();
    if (form === null) return 'not_saved';
    const { draft, problems } = readForm(form, declarations, kept);
    if (draft === null) {
      store.setState({ saving: false, problems: byPath(problems) });
      return 'problems';
    }
    store.setState({ problems: {} });
    const reply = await send(draft);
    if (reply === null || !reply.ok) {
      const problem = reply === null ? null : problemOf(reply as No);
      store.setState({ saving: false, no: reply as No | null, problems: problem === null ? {} : byPath([problem]) });
      return 'not_saved';
    }
    const preview = await parts.caller.view('campaign.preview', { communityId, campaignId: reply.value.campaignId });
    if (!preview.ok) {
      store.setState({ saving: false, no: preview as No });
      return 'not_saved';
    }
    const { findings } = preview.value;
    store.setState({ saving: false, problems: byPath(preview.value.problems as readonly FieldProblem[]), findings });
    return preview.value.problems.length === 0 ? 'sound' : 'problems';
  }

  return { keep, save };
}
