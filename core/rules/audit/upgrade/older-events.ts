// Brings the journal of one community, as it was written under format 1, into the shapes of today: facts as they were, told in today's words.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { upgradeDraft, upgradeTerms } from '#core/rules/audit/upgrade/older-draft';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { ledgerOf } from '#core/rules/points/ledger';
import type { InviteDocument, JournalDocument } from '#core/tables';
import { points } from '#core/values/points';

/** An event of any age: its kind, and whatever else it says. */
type OlderEvent = { readonly kind: string; readonly campaignId?: string } & Readonly<Record<string, unknown>>;

/** A journal document of any age. */
type OlderJournal = Omit<JournalDocument, 'events'> & { readonly events: readonly OlderEvent[] };

/** What is known of a campaign when an event is read. */
interface Known {
  readonly draft: CampaignDraft;
  readonly version: number;
}

type Coupons = InviteDocument['coupons'];

/** The coupons that an action issued in a campaign for some reasons. */
function issuedIn(journal: OlderJournal, campaignId: unknown, reasons: readonly string[]): Coupons {
  const issued = journal.events.filter(
    (event) => event.kind === 'coupon_issued' && event.campaignId === campaignId && reasons.includes(String(event.reason)),
  );
  return issued.map(({ memberId, n }) => ({ memberId: String(memberId), n: Number(n) }));
}

/** The promise of an invite, when no other kind of promise was kept: named by the two people, and both were owed the same coupon. */
function upgradeBroken(event: OlderEvent, journal: OlderJournal, known: Known | undefined): OlderEvent {
  if ('promise' in event) return event;
  const { inviterId, inviteeId, terms, brokenAt, ...broken } = event;
  const coupon = upgradeTerms(terms as Parameters<typeof upgradeTerms>[0]);
  const owed = { kind: 'invite', friend: [coupon], inviter: [coupon] };
  const named = { memberId: inviterId, about: inviteeId, promise: 'invite', title: known?.draft.title ?? coupon.title, owed };
  return { ...broken, ...named, brokenAt: brokenAt ?? journal.at };
}

function upgradeSettled(event: OlderEvent, journal: OlderJournal): OlderEvent {
  if ('about' in event) return event;
  const { inviterId, inviteeId, ...settled } = event;
  const issued = issuedIn(journal, event.campaignId, ['make_good']);
  return { ...settled, memberId: inviterId, about: inviteeId, points: points(0), words: null, issued };
}

/** One event in today's shape; of today's events this changes nothing. */
function upgradeEvent(event: OlderEvent, journal: OlderJournal, known: Known | undefined): OlderEvent {
  switch (event.kind) {
    case 'campaign_saved':
    case 'campaign_improved':
      return { ...event, draft: upgradeDraft(event.draft as CampaignDraft) };
    case 'campaign_published':
      return { parts: 1, ...event };
    case 'points_granted':
      return { version: known?.version ?? 1, ...event };
    case 'coupon_issued':
      return { ...event, terms: upgradeTerms(event.terms as Parameters<typeof upgradeTerms>[0]) };
    case 'milestone_reached':
      return 'ladder' in event ? event : { ...event, ladder: 'streak', cycleOn: known?.draft.startsOn };
    case 'invite_settled':
      if (event.refusal !== null || 'coupons' in event) return event;
      return { ...event, coupons: issuedIn(journal, event.campaignId, ['invited', 'invited_a_friend']) };
    case 'promise_broken':
      return upgradeBroken(event, journal, known);
    case 'promise_settled':
      return upgradeSettled(event, journal);
    default:
      return event;
  }
}

/**
 * Upgrades journal documents, given in the order of their stamps. `rules` stays what it was: it says under which rules an action was
 * decided, and that does not change by being told in other words.
 */
export function createJournalUpgrade(): (journal: JournalDocument) => JournalDocument {
  const campaigns = new Map<string, Known>();
  return (journal) => {
    const older = journal as unknown as OlderJournal;
    const events = older.events.map((event) => {
      const known = campaigns.get(event.campaignId ?? '');
      const upgraded = upgradeEvent(event, older, known) as JournalEvent;
      if (upgraded.kind === 'campaign_saved') campaigns.set(upgraded.campaignId, { draft: upgraded.draft, version: known?.version ?? 0 });
      if (upgraded.kind === 'campaign_published' && known !== undefined) {
        campaigns.set(upgraded.campaignId, { ...known, version: known.version + 1 });
      }
      if (upgraded.kind === 'campaign_improved') campaigns.set(upgraded.campaignId, { draft: upgraded.draft, version: upgraded.version });
      return upgraded;
    });
    const owner = ledgerOf(journal.entries, journal.action);
    return { ...journal, events, ledgerOf: owner, ledgerSequence: owner === null ? null : journal.stamp };
  };
}
