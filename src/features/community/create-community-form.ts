// The form that makes a community: every text checked beside its field, and the group it was opened from bound when there is a proof.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { type FirstTextName, problemsOf, refusedProblem, type TextProblems } from '#app/features/community/community-texts';
import { createDeed } from '#app/features/deed';
import type { InputOf } from '#core/contract';

type Input = InputOf<'community.create'>;

/** The zones that are offered, the first one unless somebody chooses another. */
export const zonesOffered = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
] as const;

/** The hours at which a business day may begin, in minutes after midnight. */
export const dayStartsOffered = Array.from({ length: 12 }, (_, hour) => hour * 60);

/** The state of the form. */
export interface CommunityFormState {
  readonly texts: Readonly<Record<FirstTextName, string>>;
  readonly zone: string;
  readonly dayStartsMinutes: number;
  /** Whether this phone was opened inside a group; null while that is being found out. */
  readonly inGroup: boolean | null;
  readonly bindsGroup: boolean;
  readonly problems: TextProblems;
  readonly busy: boolean;
  readonly no: No | null;
  readonly made: { readonly communityId: string; readonly name: string } | null;
}

/** The form. */
export interface CommunityForm {
  readonly store: StoreApi<CommunityFormState>;
  /** Begins with an empty form and looks whether there is a group to bind. */
  begin(): Promise<void>;
  type(name: FirstTextName, text: string): void;
  choose(part: Partial<Pick<CommunityFormState, 'zone' | 'dayStartsMinutes' | 'bindsGroup'>>): void;
  submit(): Promise<void>;
}

/** What the form needs from its phone: `onMade` is told of the new community. */
export interface CommunityFormParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly askForProof: () => Promise<string | null>;
  readonly onMade: (communityId: string) => Promise<void>;
}

const empty: CommunityFormState = {
  texts: { name: '', theme: '', promise: '', organiser: '', contact: '', groupLabel: '' },
  zone: zonesOffered[0],
  dayStartsMinutes: 0,
  inGroup: null,
  bindsGroup: true,
  problems: {},
  busy: false,
  no: null,
  made: null,
};

/** The texts that will be sent: a group's label only where a group is bound. */
function textsToSend({ texts, inGroup, bindsGroup }: CommunityFormState): Partial<Record<FirstTextName, string>> {
  const { groupLabel, ...own } = texts;
  return inGroup === true && bindsGroup ? { ...own, groupLabel } : own;
}

function isAboutProof(no: { readonly code: string }): boolean {
  return no.code.startsWith('group_proof_');
}

/** Makes the form. */
export function createCommunityForm({ caller, newId, askForProof, onMade }: CommunityFormParts): CommunityForm {
  const store = createStore<CommunityFormState>(() => empty);
  const making = createDeed((input: Input, requestId: string) => caller.change('community.create', input, requestId), newId);
  // The proof stays the same while it is not known whether the community was made: the same request is then sent again.
  let proof: string | null = null;

  function inputOf(state: CommunityFormState): Input {
    const { texts, zone, dayStartsMinutes, bindsGroup } = state;
    const group = proof !== null && bindsGroup ? { group: { proof, label: texts.groupLabel.trim() } } : {};
    return {
      name: texts.name.trim(),
      theme: texts.theme.trim(),
      promise: texts.promise.trim(),
      organiser: texts.organiser.trim(),
      contact: texts.contact.trim(),
      zone,
      dayStartsMinutes,
      ...group,
    };
  }

  return {
    store,
    async begin() {
      store.setState(empty, true);
      proof = await askForProof();
      store.setState({ inGroup: proof !== null });
    },
    type(name, text) {
      const { texts, problems } = store.getState();
      const { [name]: _mended, ...left } = problems;
      store.setState({ texts: { ...texts, [name]: text }, problems: left, no: null });
    },
    choose: (part) => store.setState({ ...part, no: null }),
    async submit() {
      const state = store.getState();
      if (state.busy || state.made !== null) return;
      const problems = problemsOf(textsToSend(state));
      if (Object.keys(problems).length > 0) return store.setState({ problems, no: null });
      store.setState({ busy: true, no: null, problems: {} });
      let reply = await making.run(inputOf(state));
      if (reply !== null && !reply.ok && isAboutProof(reply) && state.bindsGroup) {
        // A proof lives for minutes, and a form may take longer: a fresh one, once.
        proof = await askForProof();
        if (proof !== null) reply = await making.run(inputOf(state));
      }
      if (reply === null) return;
      if (!reply.ok) return store.setState({ busy: false, no: reply as No, problems: refusedProblem(reply as No) });
      await onMade(reply.value.communityId);
      store.setState({ busy: false, made: { communityId: reply.value.communityId, name: state.texts.name.trim() } });
    },
  };
}
