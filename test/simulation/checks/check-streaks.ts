// Check-ins: the marks of every record are the check-ins that people were told of, and streaks, totals and boards are counted from them.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { addDays, type Day, dayOf, monthOf, weekStartOf } from '#core/values/day';
import type { Deed, DeedOf, Evidence } from './evidence';
import type { Findings } from './findings';

type Marks = Map<Day, 'own' | 'card'>;

const dayFormat = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether a plan needs no check-in on a day; bit 0 is Monday. */
function isRest(rest: number, on: Day): boolean {
  return (rest & (1 << weekdays.indexOf(dayFormat.format(new Date(`${on}T00:00:00Z`))))) !== 0;
}

function lastOf(marks: Marks): Day {
  return [...marks.keys()].sort().at(-1) ?? '';
}

/** Days in a row up to the last mark; days of rest neither count nor break. */
function streakOf(marks: Marks, rest: number): number {
  let streak = 0;
  const [first] = [...marks.keys()].sort();
  if (first === undefined) return 0;
  for (let on = lastOf(marks); on >= first && (marks.has(on) || isRest(rest, on)); on = addDays(on, -1)) if (marks.has(on)) streak += 1;
  return streak;
}

/** The boards of one person, as they follow from what the person did. */
interface Scores {
  readonly points: Map<string, number>;
  /** Where the points of each period stand. */
  readonly at: Map<string, string>;
  /** The same points on the boards on which others see them. */
  readonly shown: Map<string, number>;
  /** Not on any board: by their own wish, or because they were put out. */
  hidden: boolean;
  out: boolean;
}

/** One person's check-ins, told from the first to the last. */
interface Tale {
  readonly plans: Map<string, Marks>;
  readonly scores: Scores;
}

const periods = {
  week: (on: Day) => weekStartOf(on),
  month: (on: Day) => `${monthOf(on)}-01`,
  all: () => 'all',
} as const;

function score({ points, at, shown, hidden, out }: Scores, on: Day, today: Day): void {
  for (const [period, beginOf] of Object.entries(periods)) {
    if (beginOf(on) !== beginOf(today)) continue;
    const board = `${period}/${beginOf(on)}`;
    points.set(board, (points.get(board) ?? 0) + 1);
    at.set(period, board);
    if (!hidden && !out) shown.set(board, points.get(board) ?? 0);
  }
}

/** Takes the present points off the boards, or puts them back; boards that were over before stand as they stood. */
function hide(scores: Scores, { hidden = scores.hidden, out = scores.out }: Partial<Pick<Scores, 'hidden' | 'out'>>): void {
  for (const board of scores.at.values()) {
    if (hidden || out) scores.shown.delete(board);
    else scores.shown.set(board, scores.points.get(board) ?? 0);
  }
  Object.assign(scores, { hidden, out });
}

function isOwn(plans: ReadonlyMap<string, Marks>, on: Day): boolean {
  return [...plans.values()].some((marks) => marks.get(on) === 'own');
}

/** Takes in that somebody was erased: only that today is done is remembered. */
function forget({ plans, scores }: Tale, today: Day): void {
  for (const marks of plans.values()) {
    const isDone = marks.get(today) === 'own';
    marks.clear();
    if (isDone) marks.set(today, 'own');
  }
  hide(scores, { hidden: true });
  for (const board of scores.at.values()) scores.points.delete(board);
  scores.at.clear();
  scores.hidden = false;
}

function markCheckIn(tale: Tale, { input, value, journal }: DeedOf<'checkin.checkIn'>, rest: number, findings: Findings): void {
  const marks = tale.plans.get(input.campaignId) ?? new Map();
  const isNewDay = !isOwn(tale.plans, value.on);
  tale.plans.set(input.campaignId, marks);
  findings.holds(`${journal.id} marks ${value.on} a second time`, !marks.has(value.on));
  marks.set(value.on, 'own');
  findings.equal(`streak of ${journal.id}`, value.streakDays, streakOf(marks, rest));
  findings.equal(`total of ${journal.id}`, value.totalDays, [...marks.values()].filter((kind) => kind === 'own').length);
  if (isNewDay) score(tale.scores, value.on, journal.on);
}

function restOf(journal: DeedOf<'checkin.checkIn'>['journal']): number {
  for (const event of journal.events) {
    if (event.kind === 'checked_in' || event.kind === 'made_up') return event.restWeekdays ?? 0;
  }
  return 0;
}

function tell(memberId: string, deeds: readonly Deed[], findings: Findings): Tale {
  const tale: Tale = { plans: new Map(), scores: { points: new Map(), at: new Map(), shown: new Map(), hidden: false, out: false } };
  for (const deed of deeds) {
    if (deed.journal === null) continue;
    if (deed.action === 'checkin.checkIn') markCheckIn(tale, deed as never, restOf(deed.journal), findings);
    if (deed.action === 'checkin.makeUp') {
      const { input, value } = deed as never as DeedOf<'checkin.makeUp'>;
      const marks: Marks = tale.plans.get(input.campaignId) ?? new Map();
      tale.plans.set(input.campaignId, marks.set(value.on, 'card'));
      findings.equal(`streak of ${deed.journal.id}`, value.streakDays, streakOf(marks, restOf(deed.journal)));
    }
    if (deed.action === 'leaderboard.hide') hide(tale.scores, { hidden: (deed as never as DeedOf<'leaderboard.hide'>).value.hidden });
    if (deed.action === 'membership.erase') forget(tale, deed.journal.on);
    for (const event of deed.journal.events.filter((one) => isOfDoor(one, memberId))) {
      if (event.kind === 'member_blocked') hide(tale.scores, { out: true });
      if (event.kind === 'member_unblocked' || (event.kind === 'review_answered' && event.lifted)) hide(tale.scores, { out: false });
    }
  }
  return tale;
}

/** The days that are set in the bits of a record's months. */
function daysOfBits(months: Readonly<Record<string, number>>): Day[] {
  return Object.entries(months).flatMap(([month, bits]) =>
    Array.from({ length: 31 }, (_, index) => index).flatMap((index) =>
      (bits >>> index) & 1 ? [`${month}-${String(index + 1).padStart(2, '0')}`] : [],
    ),
  );
}

function checkRecords({ members }: Evidence, tales: ReadonlyMap<string, Tale>, findings: Findings): void {
  for (const { memberId, checkins } of members) {
    for (const [campaignId, record] of Object.entries(checkins)) {
      const marks: Marks = tales.get(memberId)?.plans.get(campaignId) ?? new Map();
      const of = (kind: 'own' | 'card') => [...marks].flatMap(([on, marked]) => (marked === kind ? [on] : [])).sort();
      const what = `of ${memberId} in ${campaignId}`;
      findings.equal(`check-ins ${what}`, daysOfBits(record.months).sort(), of('own'));
      findings.equal(`days made up ${what}`, daysOfBits(record.madeUp).sort(), of('card'));
      findings.equal(`total ${what}`, record.totalDays, of('own').length);
      findings.equal(`streak ${what}`, record.streakDays, streakOf(marks, record.restWeekdays));
    }
  }
}

function byKey(rows: readonly (readonly [string, number])[]): readonly string[] {
  return rows.map(([key, points]) => `${key} ${points}`).sort();
}

async function checkBoards({ life }: Evidence, tales: ReadonlyMap<string, Tale>, findings: Findings): Promise<void> {
  const { store, communityId, calendar, now } = life.stage;
  const counted = new Map<string, Map<string, number>>();
  for (const board of Object.entries(periods).map(([period, beginOf]) => `${period}/${beginOf(dayOf(now(), calendar))}`))
    counted.set(board, new Map());
  for (const [memberId, { scores }] of tales) {
    for (const [board, points] of scores.shown) {
      const rows = counted.get(board) ?? new Map<string, number>();
      counted.set(board, rows.set(memberId, points));
    }
  }
  for (const [board, rows] of counted) {
    const top = await store.top(`${communityId}/board/checkin/${board}`, 1_000);
    findings.equal(`people on ${board}`, top.total, rows.size);
    findings.equal(`rows of ${board}`, byKey(top.rows.map(({ key, points }) => [key, points])), byKey([...rows]));
    for (const row of top.rows) {
      const rank = 1 + [...rows.values()].filter((points) => points > row.points).length;
      findings.equal(`rank of ${row.key} on ${board}`, row.rank, rank);
    }
  }
}

/** No milestone is paid a second time, whoever leaves and comes back. */
function checkMilestones({ deeds }: Evidence, findings: Findings): void {
  const paid = new Set<string>();
  for (const { action, personKey, input, value } of deeds) {
    if (action !== 'checkin.checkIn') continue;
    for (const { ladder, days } of (value as DeedOf<'checkin.checkIn'>['value']).milestones) {
      const key = `${personKey} ${(input as { campaignId: string }).campaignId} ${ladder} ${days}`;
      findings.holds(`the milestone ${key} was paid twice`, !paid.has(key));
      paid.add(key);
    }
  }
}

/** Whether an event put a member out, or let them back in. */
function isOfDoor(event: JournalEvent, memberId: string): boolean {
  const isDoor = event.kind === 'member_blocked' || event.kind === 'member_unblocked' || event.kind === 'review_answered';
  return isDoor && event.memberId === memberId;
}

/** Checks marks, streaks, totals, milestones and the boards of check-ins. */
export async function checkStreaks(evidence: Evidence, findings: Findings): Promise<void> {
  const tales = new Map<string, Tale>();
  for (const { memberId } of evidence.members) {
    // What they did, and what was decided of their being here, in the order in which it came about.
    const own = evidence.deeds.filter(
      ({ journal }) => journal?.memberId === memberId || journal?.events.some((event) => isOfDoor(event, memberId)),
    );
    tales.set(memberId, tell(memberId, own, findings));
  }
  checkRecords(evidence, tales, findings);
  checkMilestones(evidence, findings);
  await checkBoards(evidence, tales, findings);
}
