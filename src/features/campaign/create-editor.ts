// The owner's editor of one draft: what is typed stays whatever the server answers, and every problem stands at its field.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { type Draft, declarationsOf, type FieldProblem, formOf, readForm } from '#app/features/campaign/campaign-form';
import { byPath, problemOf } from '#app/features/campaign/editor-problems';
import { createTyping, type EditorState, emptyEditor, type Typing } from '#app/features/campaign/editor-typing';
import { createDeed } from '#app/features/deed';
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** What became of a save: the draft is stored and sound, stored with problems, or not stored. */
export type Saved = 'sound' | 'problems' | 'not_saved';

/** The editor. */
export interface Editor extends Typing {
  readonly store: StoreApi<EditorState>;
  /** Begins a new draft of a type. */
  begin(communityId: string, type: string): Promise<void>;
  /** Goes on with a draft. */
  resume(communityId: string, campaignId: string): Promise<void>;
  save(): Promise<Saved>;
}

/** A draft as it was left. */
async function findDraft(caller: Caller, communityId: string, campaignId: string): Promise<{ draft: Draft } | No> {
  const reply = await caller.view('campaign.preview', { communityId, campaignId });
  return reply.ok ? { draft: reply.value.draft } : (reply as No);
}

/** Makes an editor. */
export function createEditor(caller: Caller, newId: () => string): Editor {
  const store = createStore<EditorState>(() => emptyEditor);
  const saving = createDeed(
    (input: { communityId: string; campaignId?: string; draft: Draft }, requestId: string) =>
      caller.change('campaign.save', input, requestId),
    newId,
  );
  let communityId = '';
  let kept: CampaignParameters = {};
  let asked = 0;

  async function load(
    community: string,
    find: () => Promise<{ draft: Draft } | No | { type: string }>,
    campaignId: string | null,
  ): Promise<void> {
    communityId = community;
    asked += 1;
    const mine = asked;
    store.setState({ ...emptyEditor, campaignId, loading: true }, true);
    const [types, found] = await Promise.all([caller.view('campaign.types', { communityId }), find()]);
    if (mine !== asked) return;
    if (!types.ok) return store.setState({ loading: false, no: types as No });
    if ('ok' in found) return store.setState({ loading: false, no: found });
    const code = 'draft' in found ? found.draft.type : found.type;
    const offered = types.value.types.find((type) => type.code === code) ?? types.value.types[0];
    if (offered === undefined) return store.setState({ loading: false });
    const draft = 'draft' in found ? found.draft : offered.start;
    const declarations = declarationsOf(offered);
    kept = Object.fromEntries(Object.entries(draft.parameters).filter(([name]) => declarations[name] === undefined));
    store.setState({ form: formOf(draft, declarations), declarations, loading: false });
  }

  return {
    store,
    ...createTyping(store),
    begin: (community, type) => load(community, () => Promise.resolve({ type }), null),
    resume: (community, campaignId) => load(community, () => findDraft(caller, community, campaignId), campaignId),
    async save() {
      const { form, declarations, campaignId } = store.getState();
      if (form === null || store.getState().saving) return 'not_saved';
      const { draft, problems } = readForm(form, declarations, kept);
      if (draft === null) {
        store.setState({ problems: byPath(problems), no: null });
        return 'problems';
      }
      store.setState({ saving: true, no: null, problems: {} });
      const reply = await saving.run({ communityId, ...(campaignId === null ? {} : { campaignId }), draft });
      if (reply === null || !reply.ok) {
        const problem = reply === null ? null : problemOf(reply as No);
        store.setState({ saving: false, no: reply as No | null, problems: problem === null ? {} : byPath([problem]) });
        return 'not_saved';
      }
      store.setState({ campaignId: reply.value.campaignId });
      const preview = await caller.view('campaign.preview', { communityId, campaignId: reply.value.campaignId });
      if (!preview.ok) {
        store.setState({ saving: false, no: preview as No });
        return 'not_saved';
      }
      store.setState({ saving: false, problems: byPath(preview.value.problems as readonly FieldProblem[]) });
      return preview.value.problems.length === 0 ? 'sound' : 'problems';
    },
  };
}
