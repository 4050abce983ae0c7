// Runs a changing action: one decision, its events projected, its journal appended, all in one atomic step.
import { createHash } from 'node:crypto';
import { type ActionName, contract } from '#core/contract';
import { type Refusal, refusalCodes } from '#core/refusals';
import { RULES_VERSION } from '#core/rules/audit/journal-event';
import { projectAction } from '#core/rules/audit/project';
import { createWorkspace, DocumentsNeeded, type Loaded, type Workspace } from '#core/rules/audit/workspace';
import { calendarOf } from '#core/rules/community/calendar';
import { entriesOf } from '#core/rules/points/ledger';
import type { JournalDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { isBalanced } from '#core/values/points';
import { authorise } from '#server/app/authorise';
import type { AppReply } from '#server/app/create-app';
import type { ChangeContext, ChangeHandler } from '#server/app/request-context';
import { loadPeople } from '#server/app/run-view';
import type { Outcome, Store, Write } from '#server/ports/store';

/** A change as it is run: the handler's parts with their types erased. */
export type AnyChangeHandler = ChangeHandler<'coupon.claim', unknown, unknown>;

/** What one change is run with. */
export interface ChangeRun {
  readonly name: ActionName;
  readonly handler: AnyChangeHandler;
  readonly input: never;
  readonly requestId: string;
  readonly context: ChangeContext;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The digest of an action and its input, the same whatever the order of keys. */
export function digestOf(name: ActionName, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, sorted(input)]))
    .digest('base64url');
}

function isPreparedRefusal(prepared: unknown): prepared is { readonly refusal: Refusal } {
  return typeof prepared === 'object' && prepared !== null && 'refusal' in prepared;
}

function decideOnce(run: ChangeRun, prepared: unknown, digest: string, documents: Loaded): Outcome<AppReply> {
  const { handler, context, requestId, name, input } = run;
  const { memberId } = context.caller;
  const workspace: Workspace = createWorkspace(context.communityId, documents);
  const earlier = workspace.find('journal', memberId, requestId);
  if (earlier !== null) {
    const reply: AppReply =
      earlier.digest === digest ? { ok: true, value: earlier.reply } : { ok: false, code: 'request_id_reused', data: {} };
    return { reply, writes: [] };
  }
  const denial = authorise(contract[name].who, workspace.find('member', memberId));
  if (denial !== null) return { reply: { ok: false, ...denial }, writes: [] };
  // Only now: a retry has been answered from the journal, even if its proof has expired since.
  if (isPreparedRefusal(prepared)) return { reply: { ok: false, ...prepared.refusal }, writes: [] };
  // The id follows from what the caller sent and could be searched for: a community that is there is never made anew.
  if (handler.makesCommunity === true && workspace.find('community') !== null) {
    throw new Error(`${name} would write over ${context.communityId}`);
  }
  const decision = handler.decide(input, workspace, context, prepared);
  if (decision.kind === 'refused') return { reply: { ok: false, ...decision.refusal }, writes: [] };

  const { events } = decision;
  const created = events.find((event) => event.kind === 'community_created');
  const calendar = created?.kind === 'community_created' ? created : calendarOf(workspace.get('community'));
  const on = dayOf(context.now, calendar);
  const sequence = events.length === 0 ? 0 : projectAction(workspace, events, { actorId: memberId, at: context.now, on });
  const entries = events.flatMap(entriesOf);
  if (!isBalanced(entries)) throw new Error(`unbalanced entries in ${name}`);
  handler.aside?.(input, workspace, context);

  const value = handler.reply(decision.value, workspace, context);
  const stamp = workspace.nextStamp();
  if (events.length === 0) return { reply: { ok: true, value }, writes: [] };
  const id = makeId(context.communityId, 'journal', memberId, requestId);
  const journal: JournalDocument = {
    id,
    memberId,
    sequence,
    stamp,
    at: context.now,
    on,
    action: name,
    digest,
    rules: RULES_VERSION,
    reply: value,
    entries,
    events,
  };
  workspace.put('journal', journal);
  return { reply: { ok: true, value }, writes: workspace.writes(stamp) as Write[] };
}

function isRefusal(reply: AppReply): reply is { readonly ok: false } & Refusal {
  return !reply.ok && (refusalCodes as readonly string[]).includes(reply.code);
}

/** An id for something that a request makes: twelve characters that only depend on the person and the request. */
export function newIdFor(personKey: string, requestId: string): string {
  const digest = createHash('sha256').update(`${personKey}\n${requestId}`).digest();
  return [...digest.subarray(0, 12)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
}

/** Runs one change to its reply. A repeated requestId gives the first reply; with other content it is denied. */
export async function runChange(run: ChangeRun, store: Store): Promise<AppReply> {
  const { handler, context, requestId, input } = run;
  const { memberId } = context.caller;
  const prepared = await handler.prepare?.(input, context);
  const digest = digestOf(run.name, input);
  const ids = [
    makeId(context.communityId, 'journal', memberId, requestId),
    makeId(context.communityId, 'member', memberId),
    makeId(context.communityId, 'community'),
    ...(handler.documents?.(input, context) ?? []),
  ];
  // The store shows present documents only; what has been asked for and is not there is absent.
  const asked = new Set(ids);
  const reply = await store.decide<AppReply>(ids, (documents) => {
    const loaded = { has: (id: string) => asked.has(id) || documents.has(id), get: (id: string) => documents.get(id) };
    try {
      return decideOnce(run, prepared, digest, loaded);
    } catch (error) {
      if (!(error instanceof DocumentsNeeded)) throw error;
      for (const id of error.ids) asked.add(id);
      return { need: error.ids };
    }
  });
  if (reply.ok || handler.explain === undefined || !isRefusal(reply)) return reply;
  const people = (memberIds: readonly string[]) => loadPeople(store, context.communityId, memberIds);
  return { ok: false, ...(await handler.explain({ code: reply.code, data: reply.data } as Refusal, people)) };
}
