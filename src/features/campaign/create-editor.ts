// The owner's editor of one draft: what is typed stays whatever the server answers, every problem stands at its field, and it saves itself.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { No } from '#app/features/call';
import { type Draft, declarationsOf, formOf } from '#app/features/campaign/campaign-form';
import { copyOf } from '#app/features/campaign/copy-draft';
import { createDraftSaving, type EditorParts, type OpenDraft, type Saved } from '#app/features/campaign/draft-saving';
import { createTyping, type EditorState, emptyEditor, type Typing } from '#app/features/campaign/editor-typing';
import type { ValueOf } from '#core/contract';
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** What a new draft says before anything is written, by type and parameter. */
export type StartTexts = Readonly<Record<string, CampaignParameters>>;

/** The editor. */
export interface Editor extends Typing {
  readonly store: StoreApi<EditorState>;
  /** Begins a new draft of a type, with texts of the owner's language in place of those that the types declare. */
  begin(communityId: string, type: string, texts?: StartTexts): Promise<void>;
  /** Goes on with a draft. */
  resume(communityId: string, campaignId: string): Promise<void>;
  /** Begins a new draft with what another campaign says, from today on. */
  copy(communityId: string, campaignId: string): Promise<void>;
  /** Saves what can be read, without anybody who waits: nothing is asked of the owner, and nothing is marked but what may not be kept. */
  keep(): Promise<void>;
  /** Saves by hand; where the draft was saved elsewhere meanwhile, that is asked about and nothing is saved. */
  save(): Promise<Saved>;
  /** Saves over what was saved elsewhere, on purpose. */
  saveOver(): Promise<Saved>;
  /** A draft was published: whoever comes back to its form finds that in its place, unless something is written there that is saved nowhere. */
  published(campaignId: string): void;
  /** Puts the question about the other version away; nothing is saved, and nothing that was typed is lost. */
  putAside(): void;
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
  /** What it says where it is made from none. */
  readonly texts?: StartTexts;
}

/** The start of a type as its owner reads it; what a type does not ask for is left out. */
function startOf({ code, start, parameters }: Offered, texts: StartTexts): Draft {
  const said = Object.entries(texts[code] ?? {}).filter(([name]) => parameters[name] !== undefined);
  return { ...start, parameters: { ...start.parameters, ...Object.fromEntries(said) } } as Draft;
}

/** What is said of a campaign that is no draft any more. */
function noDraft(state: 'live' | 'paused' | 'ended'): No {
  return { ok: false, code: 'campaign_not_draft', data: { state } };
}

/** Makes an editor. */
export function createEditor(parts: EditorParts): Editor {
  const { caller } = parts;
  const store = createStore<EditorState>(() => emptyEditor);
  let opened: OpenDraft = { communityId: '', kept: {}, generation: 0 };

  async function load(communityId: string, { campaignId, source, type, from, texts = {} }: Beginning): Promise<void> {
    const generation = opened.generation + 1;
    opened = { communityId, kept: {}, generation };
    store.setState({ ...emptyEditor, campaignId, loading: true }, true);
    const [types, found] = await Promise.all([
      caller.view('campaign.types', { communityId }),
      source === null ? null : caller.view('campaign.preview', { communityId, campaignId: source }),
    ]);
    if (generation !== opened.generation) return;
    if (!types.ok) return store.setState({ loading: false, no: types as No });
    if (found !== null && !found.ok) return store.setState({ loading: false, no: found as No });
    const state = found?.value.card.state;
    if (campaignId !== null && state !== undefined && state !== 'draft') return store.setState({ loading: false, no: noDraft(state) });
    const code = found === null ? type : found.value.draft.type;
    const offered = types.value.types.find((one) => one.code === code) ?? types.value.types[0];
    if (offered === undefined) return store.setState({ loading: false });
    const draft = found === null ? startOf(offered, texts) : from(found.value.draft, offered);
    const declarations = declarationsOf(offered);
    const kept = Object.fromEntries(Object.entries(draft.parameters).filter(([name]) => declarations[name] === undefined));
    opened = { communityId, kept, generation };
    const form = formOf(draft, declarations);
    // A copy is nowhere yet: it is to be saved as it stands.
    const clean = source === campaignId ? form : null;
    // An older server says nothing of states.
    const basis = found === null || source !== campaignId ? null : (found.value.basis ?? null);
    store.setState({ form, clean, declarations, basis, loading: false });
  }

  const asItIs = (found: Draft) => found;
  const asCopy = (found: Draft, offered: Offered) => copyOf(found, declarationsOf(offered), offered.start.startsOn);
  return {
    store,
    ...createTyping(store),
    begin: (communityId, type, texts = {}) => load(communityId, { campaignId: null, source: null, type, from: asItIs, texts }),
    resume: (communityId, campaignId) => load(communityId, { campaignId, source: campaignId, type: '', from: asItIs }),
    copy: (communityId, source) => load(communityId, { campaignId: null, source, type: '', from: asCopy }),
    published(campaignId) {
      const { form, clean, campaignId: open } = store.getState();
      if (open === campaignId && form === clean) store.setState({ ...emptyEditor, campaignId, no: noDraft('live') }, true);
    },
    ...createDraftSaving(parts, store, () => opened),
  };
}
