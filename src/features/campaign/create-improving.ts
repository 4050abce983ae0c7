// Making a published campaign better: the form begins with what holds now, and what would be worse stands at its field.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { type Draft, declarationsOf, type FieldProblem, formOf, readForm } from '#app/features/campaign/campaign-form';
import { byPath, improvementProblems } from '#app/features/campaign/editor-problems';
import { createTyping, type EditorState, emptyEditor, type Typing } from '#app/features/campaign/editor-typing';
import { type Stakes, stakesOf } from '#app/features/campaign/improvement-stakes';
import { createDeed } from '#app/features/deed';
import type { InputOf } from '#core/contract';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';

/** What became of an improvement: the version that holds, whether it is a new one, and what was set aside on top. */
export interface Improved {
  readonly version: number;
  readonly isNew: boolean;
  readonly coupons: number;
  readonly points: number;
}

/** The form of an improvement. */
export interface Improving extends Typing {
  readonly store: StoreApi<EditorState>;
  /** Begins with what holds now; what was typed is gone. */
  look(communityId: string, campaignId: string): Promise<void>;
  /** What saving what was typed puts at stake; null where there is nothing to ask about. */
  stakes(today: string): Stakes | null;
  /** Sends what was typed. `confirmed`: the rules of which the owner has ticked the warnings. @returns null when nothing was changed, with the reason in the state */
  improve(today: string, confirmed: readonly PolicyRuleId[]): Promise<Improved | null>;
}

/** What was typed, as it is sent: what the form does not ask for stays as it is. */
function typedDraft({ form, declarations, published }: EditorState): { draft: Draft | null; problems: readonly FieldProblem[] } {
  if (form === null || published === null) return { draft: null, problems: [] };
  const { draft, problems } = readForm(form, declarations);
  if (draft === null) return { draft, problems };
  return { draft: { ...draft, parameters: { ...published.draft.parameters, ...draft.parameters } }, problems };
}

/** Makes the form. */
export function createImproving(caller: Caller, newId: () => string): Improving {
  const store = createStore<EditorState>(() => emptyEditor);
  const improving = createDeed(
    (input: InputOf<'campaign.improve'>, requestId: string) => caller.change('campaign.improve', input, requestId),
    newId,
  );
  let communityId = '';
  let asked = 0;

  async function look(community: string, campaignId: string): Promise<void> {
    communityId = community;
    asked += 1;
    const mine = asked;
    store.setState({ ...emptyEditor, campaignId, loading: true }, true);
    const [types, found] = await Promise.all([
      caller.view('campaign.types', { communityId }),
      caller.view('campaign.preview', { communityId, campaignId }),
    ]);
    if (mine !== asked) return;
    if (!types.ok) return store.setState({ loading: false, no: types as No });
    if (!found.ok) return store.setState({ loading: false, no: found as No });
    const { draft, card } = found.value;
    const offered = types.value.types.find(({ code }) => code === draft.type);
    if (card.state === 'draft' || card.state === 'ended' || offered === undefined) {
      const state = card.state === 'draft' ? 'draft' : 'ended';
      return store.setState({ loading: false, no: { ok: false, code: 'campaign_not_live', data: { state } } });
    }
    const declarations = declarationsOf(offered);
    store.setState({ form: formOf(draft, declarations), declarations, published: { draft, version: card.version }, loading: false });
  }

  return {
    store,
    ...createTyping(store),
    look,
    stakes(today) {
      const { published } = store.getState();
      const { draft } = typedDraft(store.getState());
      return published === null || draft === null ? null : stakesOf(published.draft, draft, today);
    },
    async improve(today, confirmed) {
      const { campaignId, published, saving } = store.getState();
      if (campaignId === null || published === null || saving) return null;
      const { draft, problems } = typedDraft(store.getState());
      if (draft === null) {
        store.setState({ problems: byPath(problems), no: null });
        return null;
      }
      store.setState({ saving: true, no: null, problems: {} });
      const reply = await improving.run({ communityId, campaignId, draft, confirmed: [...confirmed] });
      if (reply === null) return null;
      if (!reply.ok) {
        const no = reply as No;
        store.setState({ saving: false, no, problems: byPath(improvementProblems(no, draft, published.draft, today)) });
        return null;
      }
      const { version, coupons, points } = reply.value;
      store.setState({ saving: false, published: { draft, version } });
      return { version, isNew: version > published.version, coupons, points };
    },
  };
}
