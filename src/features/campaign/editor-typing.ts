// Typing into the editor's form: each change is kept as it was typed, and the problems of what was changed go away.
import type { StoreApi } from 'zustand/vanilla';
import type { No } from '#app/features/call';
import {
  type CampaignForm,
  type Declarations,
  type Draft,
  type FieldProblem,
  type FieldText,
  type RowText,
  withDay,
} from '#app/features/campaign/campaign-form';
import type { Finding } from '#core/rules/policy/rule-ids';

/** The rules of a published campaign as they hold. */
export interface Published {
  readonly draft: Draft;
  readonly version: number;
}

/** Another version of a draft, which was saved elsewhere. */
export interface Rival {
  readonly basis: number;
  /** Whether the owner is being asked what to do about it. */
  readonly isAsking: boolean;
}

/** The state of the editor. */
export interface EditorState {
  /** Null until the declarations have come. */
  readonly form: CampaignForm | null;
  readonly declarations: Declarations;
  /** Problems by field, shown since the last save; a field's problem goes when it is typed into. */
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly campaignId: string | null;
  /** What the operation rules found in what was saved last, by field: they know the terms and the numbers as well as the words. */
  readonly findings: readonly Finding[];
  /** The form as it needs no saving: as it began, or as it was saved last. */
  readonly clean: CampaignForm | null;
  /** When it was saved last, in ms; null before. */
  readonly keptAt: number | null;
  /** Whether it is being saved by itself, without anybody who waits. */
  readonly keeping: boolean;
  /** Why it could not be saved by itself. */
  readonly unkept: No | null;
  /** The state of the draft on the server that this form goes on from; null where there is none, or it is not known. */
  readonly basis: number | null;
  /** The draft was saved elsewhere meanwhile: nothing is saved over that until somebody says so. */
  readonly rival: Rival | null;
  /** What holds now of a campaign that is published; null of a draft. */
  readonly published: Published | null;
  readonly loading: boolean;
  readonly saving: boolean;
  readonly no: No | null;
}

/** The state before anything has come. */
export const emptyEditor: EditorState = {
  form: null,
  declarations: {},
  problems: {},
  campaignId: null,
  findings: [],
  clean: null,
  keptAt: null,
  keeping: false,
  unkept: null,
  basis: null,
  rival: null,
  published: null,
  loading: false,
  saving: false,
  no: null,
};

/** The ways to type into the form; nothing happens while there is none. */
export interface Typing {
  set(part: Partial<Pick<CampaignForm, 'title' | 'summary' | 'groupId' | 'audience'>>): void;
  setDay(end: 'startsOn' | 'endsOn', on: string): void;
  setField(name: string, text: FieldText): void;
  addRow(name: string): void;
  setCell(name: string, index: number, column: string, text: string): void;
  removeRow(name: string, index: number): void;
}

/** Makes the ways to type into the form of a store. */
export function createTyping(store: StoreApi<EditorState>): Typing {
  let keys = 0;

  /** Changes the form and forgets the problems of what was changed. */
  function change(paths: readonly string[], update: (form: CampaignForm) => CampaignForm): void {
    const { form, problems, findings } = store.getState();
    if (form === null) return;
    const isOpen = (path: string) => !paths.some((changed) => path === changed || path.startsWith(`${changed}.`));
    store.setState({
      form: update(form),
      problems: Object.fromEntries(Object.entries(problems).filter(([path]) => isOpen(path))),
      findings: findings.filter(({ path }) => isOpen(path)),
      no: null,
    });
  }

  function changeRows(name: string, paths: readonly string[], update: (rows: readonly RowText[]) => readonly RowText[]): void {
    change(paths, (form) => {
      const rows = form.fields[name];
      return { ...form, fields: { ...form.fields, [name]: update(Array.isArray(rows) ? (rows as readonly RowText[]) : []) } };
    });
  }

  return {
    set: (part) => change(Object.keys(part), (form) => ({ ...form, ...part })),
    setDay(end, on) {
      const { declarations } = store.getState();
      const days = Object.keys(declarations).filter((name) => declarations[name]?.kind === 'day');
      change(['startsOn', 'endsOn', ...days], (form) => withDay(form, declarations, end, on));
    },
    setField: (name, text) => change([name], (form) => ({ ...form, fields: { ...form.fields, [name]: text } })),
    addRow(name) {
      keys += 1;
      const key = `added-${keys}`;
      changeRows(name, [name], (rows) => [...rows, { key, cells: {} }]);
    },
    setCell(name, index, column, text) {
      changeRows(name, [`${name}.${index}.${column}`], (rows) =>
        rows.map((row, place) => (place === index ? { ...row, cells: { ...row.cells, [column]: text } } : row)),
      );
    },
    removeRow: (name, index) => changeRows(name, [name], (rows) => rows.filter((_, place) => place !== index)),
  };
}
