// The form of what is said about a community that is there already; what is typed stays whatever the server answers.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { problemsOf, refusedProblem, type TextName, type TextProblems } from '#app/features/community/community-texts';
import { createDeed } from '#app/features/deed';
import type { InputOf } from '#core/contract';

type Input = InputOf<'community.describe'>;

/** The texts of the form. */
export type AboutName = Exclude<TextName, 'groupLabel'>;

type Texts = Readonly<Record<AboutName, string>>;

/** The state of the form. */
export interface AboutFormState {
  readonly texts: Texts;
  /** What others read. */
  readonly said: Texts;
  readonly problems: TextProblems;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly no: No | null;
}

/** The form. */
export interface AboutForm {
  readonly store: StoreApi<AboutFormState>;
  /** Begins with what is said now. */
  begin(now: Readonly<Record<Exclude<AboutName, 'licences'>, string>> & { readonly licences?: string | undefined }): void;
  type(name: AboutName, text: string): void;
  submit(communityId: string): Promise<void>;
}

/** What the form is made of: `onSaved` is told once others read the new texts. */
export interface AboutFormParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly onSaved: () => void;
}

const blank: Texts = { name: '', theme: '', promise: '', organiser: '', contact: '', licences: '' };

const empty: AboutFormState = {
  texts: blank,
  said: blank,
  problems: {},
  busy: false,
  saved: false,
  no: null,
};

/** Whether something is typed that is saved nowhere. */
export function isUnsaved({ texts, said }: AboutFormState): boolean {
  return (Object.keys(said) as AboutName[]).some((name) => texts[name] !== said[name]);
}

/** Makes the form. */
export function createAboutForm({ caller, newId, onSaved }: AboutFormParts): AboutForm {
  const store = createStore<AboutFormState>(() => empty);
  const describing = createDeed((input: Input, requestId: string) => caller.change('community.describe', input, requestId), newId);

  return {
    store,
    begin({ name, theme, promise, organiser, contact, licences = '' }) {
      const said = { name, theme, promise, organiser, contact, licences };
      store.setState({ ...empty, texts: said, said }, true);
    },
    type(name, text) {
      const { texts, problems } = store.getState();
      const { [name]: _mended, ...left } = problems;
      store.setState({ texts: { ...texts, [name]: text }, problems: left, saved: false, no: null });
    },
    async submit(communityId) {
      const { texts, busy } = store.getState();
      if (busy) return;
      const problems = problemsOf(texts);
      if (Object.keys(problems).length > 0) return store.setState({ problems, saved: false, no: null });
      store.setState({ busy: true, problems: {}, saved: false, no: null });
      const licences = texts.licences.trim();
      const reply = await describing.run({
        communityId,
        name: texts.name.trim(),
        theme: texts.theme.trim(),
        promise: texts.promise.trim(),
        organiser: texts.organiser.trim(),
        contact: texts.contact.trim(),
        ...(licences === '' ? {} : { licences }),
      });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ busy: false, no: reply as No, problems: refusedProblem(reply as No) });
      store.setState({ busy: false, saved: true, said: texts });
      onSaved();
    },
  };
}
