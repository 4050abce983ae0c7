// The owner's editor of one draft: what is typed stays whatever the server answers, every problem stands at its field, and it saves itself.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No, Reply } from '#app/features/call';
import { type Draft, declarationsOf, type FieldProblem, formOf, readForm } from '#app/features/campaign/campaign-form';
import { copyOf } from '#app/features/campaign/copy-draft';
import { byPath, problemOf } from '#app/features/campaign/editor-problems';
import { createTyping, type EditorState, emptyEditor, type Typing } from '#app/features/campaign/editor-typing';
import { createDeed } from '#app/features/deed';
import type { ValueOf } from '#core/contract';
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
  /** Begins a new draft with what another campaign says, from today on. */
  copy(communityId: string, campaignId: string): Promise<void>;
  /** Saves what can be read, without anybody who waits: nothing is asked of the owner, and nothing is marked but what may not be kept. */
  keep(): Promise<void>;
  save(): Promise<Saved>;
}

type Offered = ValueOf<'campaign.types'>['types'][number];

/** Where a form begins: with a draft that is there, as `from` makes one of it, or with the start of a type. */
interface Beginning {
  /** The draft that is gone on with; null where a new one begins. */
  readonly campaignId: string | null;
  /** The campaign that it is made from; null for none. */
  readonly source: string | null;
  /** The type of a campaign that is made from none. */
  readonly type: string;
  readonly from: (found: Draft, offered: Offered) => Draft;
}

/** What the editor works for. */
export interface EditorParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Makes an editor. */
export function createEditor({ caller, newId, now }: EditorParts): Editor {
  const store = createStore<EditorState>(() => emptyEditor);
  const saving = createDeed(
    (input: { communityId: string; campaignId?: string; draft: Draft }, requestId: string) =>
      caller.change('campaign.save', input, requestId),
    newId,
  );
  let communityId = '';
  let kept: CampaignParameters = {};
  let asked = 0;
  let keeping: Promise<void> | null = null;

  async function load(community: string, { campaignId, source, type, from }: Beginning): Promise<void> {
    communityId = community;
    asked += 1;
    const mine = asked;
    store.setState({ ...emptyEditor, campaignId, loading: true }, true);
    const [types, found] = await Promise.all([
      caller.view('campaign.types', { communityId }),
      source === null ? null : caller.view('campaign.preview', { communityId, campaignId: source }),
    ]);
    if (mine !== asked) return;
    if (!types.ok) return store.setState({ loading: false, no: types as No });
    if (found !== null && !found.ok) return store.setState({ loading: false, no: found as No });
    const code = found === null ? type : found.value.draft.type;
    const offered = types.value.types.find((one) => one.code === code) ?? types.value.types[0];
    if (offered === undefined) return store.setState({ loading: false });
    const draft = found === null ? (offered.start as Draft) : from(found.value.draft, offered);
    const declarations = declarationsOf(offered);
    kept = Object.fromEntries(Object.entries(draft.parameters).filter(([name]) => declarations[name] === undefined));
    const form = formOf(draft, declarations);
    store.setState({ form, clean: form, declarations, loading: false });
  }

  /** Sends a draft that can be read; what was typed meanwhile is not saved with it. */
  async function send(draft: Draft): Promise<Reply<'campaign.save'> | null> {
    const { form, campaignId } = store.getState();
    const mine = asked;
    const reply = await saving.run({ communityId, ...(campaignId === null ? {} : { campaignId }), draft });
    if (mine === asked && reply?.ok === true) {
      store.setState({ campaignId: reply.value.campaignId, clean: form, keptAt: now(), unkept: null });
    }
    return reply;
  }

  async function keepNow(draft: Draft): Promise<void> {
    const mine = asked;
    store.setState({ keeping: true });
    const reply = await send(draft);
    if (mine !== asked) return;
    const no = reply === null || reply.ok ? null : (reply as No);
    const problem = no === null ? null : problemOf(no);
    const { problems } = store.getState();
    store.setState({ keeping: false, unkept: no, ...(problem === null ? {} : { problems: { ...problems, ...byPath([problem]) } }) });
  }

  async function keep(): Promise<void> {
    if (keeping !== null) await keeping;
    const { form, clean, declarations, saving: isSaving } = store.getState();
    if (form === null || form === clean || isSaving) return;
    const { draft } = readForm(form, declarations, kept);
    if (draft === null) return;
    keeping = keepNow(draft).then(() => {
      keeping = null;
    });
    await keeping;
  }

  return {
    store,
    ...createTyping(store),
    begin: (community, type) => load(community, { campaignId: null, source: null, type, from: (found) => found }),
    resume: (community, campaignId) => load(community, { campaignId, source: campaignId, type: '', from: (found) => found }),
    async copy(community, source) {
      const from = (found: Draft, offered: Offered) => copyOf(found, declarationsOf(offered), offered.start.startsOn);
      await load(community, { campaignId: null, source, type: '', from });
      // A copy is nowhere yet: it is to be saved as it stands.
      store.setState({ clean: null });
    },
    keep,
    async save() {
      if (store.getState().saving || store.getState().form === null) return 'not_saved';
      store.setState({ saving: true, no: null });
      if (keeping !== null) await keeping;
      const { form, declarations } = store.getState();
      if (form === null) return 'not_saved';
      const { draft, problems } = readForm(form, declarations, kept);
      if (draft === null) {
        store.setState({ saving: false, problems: byPath(problems), no: null });
        return 'problems';
      }
      store.setState({ problems: {} });
      const reply = await send(draft);
      if (reply === null || !reply.ok) {
        const problem = reply === null ? null : problemOf(reply as No);
        store.setState({ saving: false, no: reply as No | null, problems: problem === null ? {} : byPath([problem]) });
        return 'not_saved';
      }
      const preview = await caller.view('campaign.preview', { communityId, campaignId: reply.value.campaignId });
      if (!preview.ok) {
        store.setState({ saving: false, no: preview as No });
        return 'not_saved';
      }
      const { findings } = preview.value;
      store.setState({ saving: false, problems: byPath(preview.value.problems as readonly FieldProblem[]), findings });
      return preview.value.problems.length === 0 ? 'sound' : 'problems';
    },
  };
}
