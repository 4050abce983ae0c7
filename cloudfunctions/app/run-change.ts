// Runs a changing action: one decision, its events projected, its journal appended, all in one atomic step.
import { createHash } from 'node:crypto';
import { type ActionName, contract } from '#core/contract';
import { type Refusal, refusalCodes } from '#core/refusals';
import { actOut } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { calendarOf } from '#core/rules/community/calendar';
import type { DiscardedPictureDocument, LeftTextsDocument, MemberDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { appendJournal, contentOf } from '#server/app/append-journal';
import { authorise } from '#server/app/authorise';
import type { AppReply } from '#server/app/create-app';
import { decideInWorkspace, type WorkspaceOutcome } from '#server/app/decide-in-workspace';
import { type DiscardParts, discardedIn, discardPictures } from '#server/app/discard-pictures';
import { forgetTexts, leftIn } from '#server/app/forget-texts';
import type { ChangeContext, ChangeHandler } from '#server/app/request-context';
import { loadPeople } from '#server/app/run-view';
import { Fault } from '#server/ports/fault';
import type { Fingerprint } from '#server/ports/fingerprint';
import type { Store } from '#server/ports/store';

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

/** Stands for work that was not done before a decision, since it looked as if none would come of it. */
const NOT_PREPARED = Symbol('not prepared');

/** What running a change needs of the world. */
export interface ChangeWorld extends DiscardParts {
  readonly fingerprint: Fingerprint;
}

function isPreparedRefusal(prepared: unknown): prepared is { readonly refusal: Refusal } {
  return typeof prepared === 'object' && prepared !== null && 'refusal' in prepared;
}

function decideOnce(run: ChangeRun, prepared: unknown, digest: string, workspace: Workspace): WorkspaceOutcome<AppReply> {
  const { handler, context, requestId, name, input } = run;
  const { memberId } = context.caller;
  const earlier = workspace.find('journal', memberId, requestId);
  if (earlier !== null) {
    const reply: AppReply =
      earlier.digest === digest ? { ok: true, value: earlier.reply } : { ok: false, code: 'request_id_reused', data: {} };
    return { reply, writes: [] };
  }
  const denial = authorise(contract[name], workspace.find('member', memberId));
  if (denial !== null) return { reply: { ok: false, ...denial }, writes: [] };
  // The caller was made a member, or given a role, just now: the next try finds it so from the start.
  if (prepared === NOT_PREPARED) throw new Fault('conflict', `${name} was not prepared`);
  // Only now: a retry has been answered from the journal, even if its proof has expired since.
  if (isPreparedRefusal(prepared)) return { reply: { ok: false, ...prepared.refusal }, writes: [] };
  // The id follows from what the caller sent and could be searched for: a community that is there is never made anew.
  if (handler.makesCommunity === true && workspace.find('community') !== null) {
    throw new Error(`${name} would write over ${context.communityId}`);
  }
  const decision = handler.decide(input, workspace, context, prepared);
  if (decision.kind === 'refused') return { reply: { ok: false, ...decision.refusal }, writes: [] };

  const created = decision.events.find((event) => event.kind === 'community_created');
  const calendar = created?.kind === 'community_created' ? created : calendarOf(workspace.get('community'));
  const on = dayOf(context.now, calendar);
  const nothing = { events: decision.events, sequence: 0 };
  const { events, sequence } =
    decision.events.length === 0 ? nothing : actOut(workspace, decision.events, { actorId: memberId, at: context.now, on });
  handler.aside?.(input, workspace, context, decision.value);

  const value = handler.reply(decision.value, workspace, context);
  if (events.length === 0) return { reply: { ok: true, value }, writes: [] };
  const entry = { key: requestId, memberId, sequence, at: context.now, on, action: name, digest, reply: value, events };
  return { reply: { ok: true, value }, writes: appendJournal(workspace, entry) };
}

function isRefusal(reply: AppReply): reply is { readonly ok: false } & Refusal {
  return !reply.ok && (refusalCodes as readonly string[]).includes(reply.code);
}

/** An id for something that a request makes: twelve characters that only depend on the person and the request. */
export function newIdFor(personKey: string, requestId: string): string {
  const digest = createHash('sha256').update(`${personKey}\n${requestId}`).digest();
  return [...digest.subarray(0, 12)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
}

/** An id for a file that a request brings: nobody finds another file with the same one. */
export function newFileIdFor(newId: string, file: Uint8Array): string {
  return createHash('sha256').update(`${newId}\n`).update(file).digest('hex').slice(0, 32);
}

/**
 * Does the work that has to wait. It may ask others, and be paid for: so not for a request that has been answered already, nor for
 * somebody who may not; of a person who need not be a member nothing is known before the decision.
 */
async function prepare({ name, handler, context, requestId, input }: ChangeRun, store: Store): Promise<unknown> {
  if (handler.prepare === undefined) return undefined;
  const { who } = contract[name];
  if (who === 'person') return handler.prepare(input, context);
  const journalId = makeId(context.communityId, 'journal', context.caller.memberId, requestId);
  const memberKey = makeId(context.communityId, 'member', context.caller.memberId);
  const documents = await store.read([journalId, memberKey]);
  const member = (documents.get(memberKey) ?? null) as MemberDocument | null;
  const isWanted = !documents.has(journalId) && authorise(contract[name], member) === null;
  return isWanted ? handler.prepare(input, context) : NOT_PREPARED;
}

/** Runs one change to its reply. A repeated requestId gives the first reply; with other content it is denied. */
export async function runChange(run: ChangeRun, world: ChangeWorld): Promise<AppReply> {
  const { handler, context, requestId, input } = run;
  const { store } = world;
  const { memberId } = context.caller;
  const prepared = await prepare(run, store);
  const digest = world.fingerprint(contentOf(run.name, input));
  const ids = [
    makeId(context.communityId, 'journal', memberId, requestId),
    makeId(context.communityId, 'member', memberId),
    makeId(context.communityId, 'community'),
    ...(handler.documents?.(input, context) ?? []),
  ];
  let discarded: readonly DiscardedPictureDocument[] = [];
  let left: readonly LeftTextsDocument[] = [];
  const reply = await decideInWorkspace(store, context.communityId, ids, (workspace) => {
    const outcome = decideOnce(run, prepared, digest, workspace);
    discarded = discardedIn(outcome.writes);
    left = leftIn(outcome.writes);
    return outcome;
  });
  await discardPictures(world, discarded);
  await forgetTexts(world, left);
  if (reply.ok || handler.explain === undefined || !isRefusal(reply)) return reply;
  const people = (memberIds: readonly string[]) => loadPeople(store, context, memberIds);
  return { ok: false, ...(await handler.explain({ code: reply.code, data: reply.data } as Refusal, people)) };
}
