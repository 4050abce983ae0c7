// How the draft in an editor gets to the server: by itself once typing rests, and by hand, one after the other and always as the same draft.
import type { StoreApi } from 'zustand/vanilla';
import type { Caller, No, Reply } from '#app/features/call';
import { type CampaignForm, type Draft, type FieldProblem, readForm } from '#app/features/campaign/campaign-form';
import { byPath, problemOf } from '#app/features/campaign/editor-problems';
import type { EditorState } from '#app/features/campaign/editor-typing';
import { createDeed } from '#app/features/deed';
import type { InputOf } from '#core/contract';
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

type SaveInput = InputOf<'campaign.save'>;
type Send = (draft: Draft) => Promise<Reply<'campaign.save'> | null>;

/** Sends a draft that can be read; what was typed meanwhile is not saved with it. */
function createSending({ caller, newId, now }: EditorParts, store: StoreApi<EditorState>, open: () => OpenDraft): Send {
  const saving = createDeed((input: SaveInput, requestId: string) => caller.change('campaign.save', input, requestId), newId);
  /** The save whose answer did not come, and the form that it saved. */
  let lost: { readonly input: SaveInput; readonly form: CampaignForm | null; readonly generation: number } | null = null;

  async function send(input: SaveInput, form: CampaignForm | null): Promise<Reply<'campaign.save'> | null> {
    const { generation } = open();
    const reply = await saving.run(input);
    if (reply === null) return null;
    lost = !reply.ok && (reply.code === 'offline' || reply.code === 'try_again') ? { input, form, generation } : null;
    if (generation !== open().generation) return reply;
    if (reply.ok) {
      const { campaignId, basis = null } = reply.value;
      store.setState({ campaignId, basis, rival: null, clean: form, keptAt: now(), unkept: null });
    } else if (reply.code === 'draft_changed') {
      store.setState({ rival: { basis: reply.data.basis, isAsking: true } });
    } else if (reply.code === 'campaign_not_draft') {
      store.setState({ unkept: reply as No });
    }
    return reply;
  }

  return async (draft) => {
    const { form } = store.getState();
    const { communityId, generation } = open();
    const inputNow = (): SaveInput => {
      const { campaignId, basis } = store.getState();
      return { communityId, ...(campaignId === null ? {} : { campaignId }), ...(basis === null ? {} : { basis }), draft };
    };
    // It may have come about: what is written since goes on from it, and is neither another draft nor somebody else's change.
    if (lost?.generation === generation && JSON.stringify(lost.input) !== JSON.stringify(inputNow())) {
      const earlier = await send(lost.input, lost.form);
      if (lost !== null || earlier === null || generation !== open().generation) return earlier;
      if (!earlier.ok && earlier.code === 'draft_changed') return earlier;
    }
    return send(inputNow(), form);
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
      const { form, clean, declarations, saving, rival, unkept } = store.getState();
      if (form === null || form === clean || saving || rival !== null || unkept?.code === 'campaign_not_draft') return;
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
    const { form, declarations, rival } = store.getState();
    const { communityId, kept } = open();
    if (form === null) return 'not_saved';
    if (rival !== null) {
      store.setState({ saving: false, rival: { ...rival, isAsking: true } });
      return 'not_saved';
    }
    const { draft, problems } = readForm(form, declarations, kept);
    if (draft === null) {
      store.setState({ saving: false, problems: byPath(problems) });
      return 'problems';
    }
    store.setState({ problems: {} });
    const reply = await send(draft);
    if (reply === null || !reply.ok) {
      const problem = reply === null ? null : problemOf(reply as No);
      const no = reply?.code === 'draft_changed' ? null : (reply as No | null);
      store.setState({ saving: false, no, problems: problem === null ? {} : byPath([problem]) });
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

  return {
    keep,
    save,
    saveOver(): Promise<Saved> {
      const { rival, saving } = store.getState();
      if (rival !== null && !saving) store.setState({ basis: rival.basis, rival: null });
      return save();
    },
    putAside(): void {
      const { rival } = store.getState();
      if (rival !== null) store.setState({ rival: { ...rival, isAsking: false } });
    },
  };
}
