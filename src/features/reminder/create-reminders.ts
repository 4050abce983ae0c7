// A phone's reminders: what the server says is left and planned, asking for more inside of a tap, and stopping.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { createResource, type Resource } from '#app/features/resource';
import type { SubscribeAnswer } from '#app/platform/subscribe';
import type { InputOf, ValueOf } from '#core/contract';
import { type ReminderKind, STANDING } from '#core/rules/reminder/kinds';

/** The wallet as the server answers it. */
export type ReminderWallet = ValueOf<'reminder.wallet'>;

/** What a reminder is asked for: one coupon, one check-in plan, or what one has and may lose. */
export type AskedReminder = InputOf<'reminder.accept'>['accepted'][number];

/** A reminder that is planned. */
export type PlannedReminder = ReminderWallet['kinds'][number]['planned'][number];

/** What came of a tap: planned; accepted, but too late for it; declined in WeChat; all messages are off in WeChat; or it could not be done. */
export type Asking = 'planned' | 'too_late' | 'declined' | 'switched_off' | 'impossible' | No;

/** The reminders of a phone. */
export interface Reminders {
  readonly wallet: Resource<ReminderWallet>;
  /** Whether an asking or a stopping is under way. */
  readonly store: StoreApi<{ readonly busy: boolean }>;
  /** Loads the wallet, unless it is there; WeChat's dialog needs its templates before the tap. */
  load(): void;
  /** Asks in WeChat's dialog and tells the server. To be called inside of a tap; null when it is being done already. */
  ask(asked: AskedReminder): Promise<Asking | null>;
  /** Takes back what is planned of a kind; null when it went well. */
  stop(kind: ReminderKind): Promise<No | null>;
}

/** What reminders are made of. */
export interface ReminderParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly here: () => { readonly communityId: string };
  /** WeChat's dialog. */
  readonly subscribe: (templateIds: readonly string[]) => Promise<SubscribeAnswer>;
}

/** The thing that a reminder is about, as the wallet names it. */
function aboutOf(asked: AskedReminder): string {
  if (asked.kind === 'standing_fading') return STANDING;
  return asked.kind === 'coupon_expiring' ? asked.couponId : asked.campaignId;
}

/** What is planned for a thing; null where nothing is. */
export function plannedFor(wallet: ReminderWallet | null, asked: AskedReminder): PlannedReminder | null {
  const kind = wallet?.kinds.find((one) => one.kind === asked.kind);
  return kind?.planned.find(({ about }) => about === aboutOf(asked)) ?? null;
}

/** The template of a kind; null where this installation has none, or it is not known yet. */
export function templateOf(wallet: ReminderWallet | null, kind: ReminderKind): string | null {
  return wallet?.kinds.find((one) => one.kind === kind)?.templateId ?? null;
}

/** The wallet after a change; titles that are not known yet come with the next asking. */
function withState(wallet: ReminderWallet, state: ValueOf<'reminder.accept'>): ReminderWallet {
  const titles = new Map(wallet.kinds.flatMap(({ planned }) => planned.map(({ about, title }) => [about, title] as const)));
  return {
    kinds: wallet.kinds.map((before) => {
      const after = state.kinds.find(({ kind }) => kind === before.kind);
      if (after === undefined) return before;
      const planned = after.planned.map((plan) => ({ ...plan, title: titles.get(plan.about) ?? '' }));
      return { ...before, credits: after.credits, planned };
    }),
  };
}

/** Makes the reminders of a phone. */
export function createReminders({ caller, newId, here, subscribe }: ReminderParts): Reminders {
  const wallet = createResource(async () => (await caller.view('reminder.wallet', here())) as { ok: true; value: ReminderWallet } | No);
  const store = createStore<{ readonly busy: boolean }>(() => ({ busy: false }));
  const accept = createDeed((input: InputOf<'reminder.accept'>, requestId) => caller.change('reminder.accept', input, requestId), newId);
  const stop = createDeed((input: InputOf<'reminder.stop'>, requestId) => caller.change('reminder.stop', input, requestId), newId);

  async function tell(asked: AskedReminder): Promise<Asking> {
    const reply = await accept.run({ ...here(), accepted: [asked] });
    if (reply === null) return 'impossible';
    if (!reply.ok) return reply as No;
    wallet.put((before) => withState(before, reply.value));
    void wallet.refresh();
    return plannedFor(wallet.store.getState().value, asked) === null ? 'too_late' : 'planned';
  }

  async function askAndTell(asked: AskedReminder, answering: Promise<SubscribeAnswer>, templateId: string): Promise<Asking> {
    const answer = await answering;
    if (answer.kind !== 'answered') return answer.kind;
    return answer.accepted.includes(templateId) ? tell(asked) : 'declined';
  }

  return {
    wallet,
    store,
    load() {
      const { value, loading } = wallet.store.getState();
      if (value === null && !loading) void wallet.refresh();
    },
    async ask(asked) {
      const templateId = templateOf(wallet.store.getState().value, asked.kind);
      if (store.getState().busy || templateId === null) return null;
      store.setState({ busy: true });
      try {
        // The dialog is opened before anything is waited for, or the tap is over and WeChat refuses.
        return await askAndTell(asked, subscribe([templateId]), templateId);
      } finally {
        store.setState({ busy: false });
      }
    },
    async stop(kind) {
      const reply = await stop.run({ ...here(), kind });
      if (reply === null) return null;
      if (!reply.ok) return reply as No;
      wallet.put((before) => withState(before, reply.value));
      return null;
    },
  };
}
