// The owner's door on the phone: who waits to come in, the yes or no to each, and how people come in.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import { type TextProblem, textProblem } from '#app/features/typed-text';
import type { InputOf, ValueOf } from '#core/contract';

/** Somebody who waits. */
export type Applicant = ValueOf<'community.applicants'>['applicants'][number];

/** The longest question, in characters, and how many there are. */
export const QUESTION_MAX = 40;
export const QUESTIONS_MAX = 3;

/** The state of the form: three fields for questions, of which any may be empty. */
export interface DoorFormState {
  readonly approval: boolean;
  readonly questions: readonly string[];
  /** How newcomers are met now. */
  readonly said: Pick<DoorFormState, 'approval' | 'questions'>;
  readonly problems: readonly (TextProblem | null)[];
  readonly busy: boolean;
  readonly saved: boolean;
  readonly no: No | null;
}

/** The door. */
export interface Door {
  /** With how many there are in all. */
  readonly applicants: Paged<Applicant, number>;
  readonly admit: Deed<InputOf<'community.admit'>, 'community.admit'>;
  readonly form: StoreApi<DoorFormState>;
  /** Begins with how people come in now. */
  begin(now: ValueOf<'community.home'>['community']['joining']): void;
  choose(approval: boolean): void;
  type(index: number, text: string): void;
  save(communityId: string): Promise<void>;
  clear(): void;
}

const blank: readonly string[] = Array.from({ length: QUESTIONS_MAX }, () => '');
const open = { approval: false, questions: blank };
const nothing: DoorFormState = { ...open, said: open, problems: blank.map(() => null), busy: false, saved: false, no: null };

/** Whether something is chosen or typed that is saved nowhere. */
export function isUnsaved({ approval, questions, said }: DoorFormState): boolean {
  return approval !== said.approval || questions.some((text, index) => text !== said.questions[index]);
}

/** What a door is made of: `onSaved` is told once newcomers are met in another way. */
export interface DoorParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly here: () => { readonly communityId: string };
  readonly onSaved: () => void;
}

/** Makes it. */
export function createDoor({ caller, newId, here, onSaved }: DoorParts): Door {
  const form = createStore<DoorFormState>(() => nothing);
  const saving = createDeed(
    (input: InputOf<'community.setJoining'>, requestId: string) => caller.change('community.setJoining', input, requestId),
    newId,
  );
  const applicants = createPaged<Applicant, number>(async (cursor) => {
    const reply = await caller.view('community.applicants', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    return reply.ok ? { ok: true, items: reply.value.applicants, cursor: reply.value.cursor, head: reply.value.total } : (reply as No);
  });

  /** The problems with that of a refused check at its field; `sent` are the fields that were sent, in their order. */
  function refusedAt(no: No, sent: readonly number[]): readonly (TextProblem | null)[] {
    const nth = no.code === 'content_refused' ? Number(/^questions\.(\d)$/.exec(no.data.path)?.[1] ?? Number.NaN) : Number.NaN;
    const word = no.code === 'content_refused' ? no.data.word : null;
    return blank.map((_, index) => (sent[nth] === index ? { problem: 'content_refused', limit: null, word } : null));
  }

  return {
    applicants,
    admit: createDeed((input, requestId) => caller.change('community.admit', input, requestId), newId),
    form,
    begin(now) {
      const said = { approval: now?.approval ?? false, questions: blank.map((_, index) => now?.questions[index] ?? '') };
      form.setState({ ...nothing, ...said, said }, true);
    },
    choose: (approval) => form.setState({ approval, saved: false, no: null }),
    type(index, text) {
      const { questions, problems } = form.getState();
      const put = <One>(list: readonly One[], one: One) => list.map((old, at) => (at === index ? one : old));
      form.setState({ questions: put(questions, text), problems: put(problems, null), saved: false, no: null });
    },
    async save(communityId) {
      const { approval, questions, busy } = form.getState();
      if (busy) return;
      const problems = questions.map((text) => textProblem(text, 0, QUESTION_MAX));
      if (problems.some((problem) => problem !== null)) return form.setState({ problems, saved: false, no: null });
      const typed = questions.map((text) => text.trim());
      // The same question twice is asked once.
      const sent = typed.flatMap((text, index) => (text !== '' && typed.indexOf(text) === index ? [index] : []));
      form.setState({ busy: true, problems, saved: false, no: null });
      const reply = await saving.run({ communityId, approval, questions: sent.map((index) => typed[index] ?? '') });
      if (reply === null) return;
      if (!reply.ok) return form.setState({ busy: false, no: reply as No, problems: refusedAt(reply as No, sent) });
      form.setState({ busy: false, saved: true, said: { approval, questions } });
      onSaved();
    },
    clear() {
      applicants.clear();
      form.setState(nothing, true);
    },
  };
}
