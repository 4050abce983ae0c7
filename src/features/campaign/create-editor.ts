// The owner's editor of one draft: what is typed stays whatever the server answers, and every problem stands at its field.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import {
  type CampaignForm,
  type Declarations,
  type Draft,
  declarationsOf,
  type FieldProblem,
  type FieldText,
  formOf,
  readForm,
  type StepText,
  withDay,
} from '#app/features/campaign/campaign-form';
import { createDeed } from '#app/features/deed';
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** The state of the editor. */
export interface EditorState {
  /** Null until the declarations have come. */
  readonly form: CampaignForm | null;
  readonly declarations: Declarations;
  /** Problems by field, shown since the last save; a field's problem goes when it is typed into. */
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly campaignId: string | null;
  readonly loading: boolean;
  readonly saving: boolean;
  readonly no: No | null;
}

/** What became of a save: the draft is stored and sound, stored with problems, or not stored. */
export type Saved = 'sound' | 'problems' | 'not_saved';

/** The editor. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  /** Begins a new draft of a type. */
  begin(communityId: string, type: string): Promise<void>;
  /** Goes on with a draft. */
  resume(communityId: string, campaignId: string): Promise<void>;
  set(part: Partial<Pick<CampaignForm, 'title' | 'summary' | 'groupId'>>): void;
  setDay(end: 'startsOn' | 'endsOn', on: string): void;
  setField(name: string, text: FieldText): void;
  addStep(name: string): void;
  setStep(name: string, index: number, part: Partial<Omit<StepText, 'key'>>): void;
  removeStep(name: string, index: number): void;
  save(): Promise<Saved>;
}

const empty: EditorState = { form: null, declarations: {}, problems: {}, campaignId: null, loading: false, saving: false, no: null };

function byPath(problems: readonly FieldProblem[]): Record<string, FieldProblem> {
  const first: Record<string, FieldProblem> = {};
  for (const problem of problems) first[problem.path] ??= problem;
  return first;
}

/** Makes an editor. */
export function createEditor(caller: Caller, newId: () => string): Editor {
  const store = createStore<EditorState>(() => empty);
  const saving = createDeed(
    (input: { communityId: string; campaignId?: string; draft: Draft }, requestId: string) =>
      caller.change('campaign.save', input, requestId),
    newId,
  );
  let communityId = '';
  let kept: CampaignParameters = {};
  let keys = 0;
  let asked = 0;

  /** Changes the form and forgets the problems of what was changed. */
  function change(paths: readonly string[], update: (form: CampaignForm) => CampaignForm): void {
    const { form, problems } = store.getState();
    if (form === null) return;
    const isOpen = ([path]: readonly [string, unknown]) => !paths.some((changed) => path === changed || path.startsWith(`${changed}.`));
    store.setState({ form: update(form), problems: Object.fromEntries(Object.entries(problems).filter(isOpen)), no: null });
  }

  function changeSteps(name: string, paths: readonly string[], update: (steps: readonly StepText[]) => readonly StepText[]): void {
    change(paths, (form) => {
      const steps = form.fields[name];
      return { ...form, fields: { ...form.fields, [name]: update(Array.isArray(steps) ? (steps as readonly StepText[]) : []) } };
    });
  }

  async function load(
    community: string,
    find: () => Promise<{ draft: Draft } | No | { type: string }>,
    campaignId: string | null,
  ): Promise<void> {
    communityId = community;
    asked += 1;
    const mine = asked;
    store.setState({ ...empty, campaignId, loading: true }, true);
    const [types, found] = await Promise.all([caller.view('campaign.types', { communityId }), find()]);
    if (mine !== asked) return;
    if (!types.ok) return store.setState({ loading: false, no: types as No });
    if ('ok' in found) return store.setState({ loading: false, no: found });
    const code = 'draft' in found ? found.draft.type : found.type;
    const offered = types.value.types.find((type) => type.code === code) ?? types.value.types[0];
    if (offered === undefined) return store.setState({ loading: false });
    const draft = 'draft' in found ? found.draft : offered.start;
    const declarations = declarationsOf(offered);
    kept = Object.fromEntries(Object.entries(draft.parameters).filter(([name]) => !Object.hasOwn(declarations, name)));
    store.setState({ form: formOf(draft, declarations), declarations, loading: false });
  }

  return {
    store,
    begin: (community, type) => load(community, () => Promise.resolve({ type }), null),
    resume: (community, campaignId) =>
      load(
        community,
        async () => {
          const reply = await caller.view('campaign.preview', { communityId: community, campaignId });
          return reply.ok ? { draft: reply.value.draft } : (reply as No);
        },
        campaignId,
      ),
    set: (part) => change(Object.keys(part), (form) => ({ ...form, ...part })),
    setDay: (end, on) =>
      change(['startsOn', 'endsOn', 'useFromOn', 'useUntilOn'], (form) => withDay(form, store.getState().declarations, end, on)),
    setField: (name, text) => change([name], (form) => ({ ...form, fields: { ...form.fields, [name]: text } })),
    addStep(name) {
      keys += 1;
      const key = `added-${keys}`;
      changeSteps(name, [name], (steps) => [...steps, { key, days: '', points: '' }]);
    },
    setStep: (name, index, part) =>
      changeSteps(
        name,
        Object.keys(part).map((field) => `${name}.${index}.${field}`),
        (steps) => steps.map((step, place) => (place === index ? { ...step, ...part } : step)),
      ),
    removeStep: (name, index) => changeSteps(name, [name], (steps) => steps.filter((_, place) => place !== index)),
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
        store.setState({ saving: false, no: reply as No | null });
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
