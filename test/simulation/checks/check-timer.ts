// What the timer leaves behind: seasons, finished days and promises once each, reminders only as they were agreed to.
import { addDays, dayOf, dayStartAt } from '#core/values/day';
import { deedsOf, type Evidence } from './evidence';
import { countBy, type Findings } from './findings';

function once(what: string, keys: readonly string[], findings: Findings): void {
  for (const [key, count] of countBy(keys, (one) => one)) findings.equal(`${what} ${key}`, count, 1);
}

function checkSeasons({ seasons }: Evidence, findings: Findings): void {
  once(
    'season',
    seasons.map(({ board, period, fromOn }) => `${board} ${period} ${fromOn}`),
    findings,
  );
  for (const { id, rows, total } of seasons) {
    once(
      `place in ${id} of`,
      rows.map(({ memberId }) => memberId),
      findings,
    );
    findings.atMost(`rows of ${id}`, rows.length, total);
    for (const { rank, points } of rows) {
      findings.equal(`rank in ${id}`, rank, 1 + rows.filter((row) => row.points > points).length);
    }
  }
}

function checkDays(evidence: Evidence, findings: Findings): void {
  const { days } = evidence;
  findings.holds('no day was counted', days.length > 0);
  const checkIns = deedsOf(evidence, 'checkin.checkIn').filter(({ value, journal }) => value.on === journal.on);
  // By their own tap, or by the owner's yes.
  const joins = deedsOf(evidence, 'community.join').filter(({ value }) => value.joinedAt !== null);
  const letIn = deedsOf(evidence, 'community.admit').filter(({ value }) => value.joinedNow);
  const joinedOn = [
    ...joins.map(({ value, journal }) => [value.memberId, journal.on] as const),
    ...letIn.map(({ input, journal }) => [input.memberId, journal.on] as const),
  ];
  days.forEach(({ on, checkedIn, joined }, index) => {
    const before = days[index - 1];
    if (before !== undefined) findings.equal('the day after a counted day', on, addDays(before.on, 1));
    findings.equal(
      `people who checked in on ${on}`,
      checkedIn,
      new Set(checkIns.filter(({ value }) => value.on === on).map(({ personKey }) => personKey)).size,
    );
    const people = new Set(joinedOn.flatMap(([memberId, day]) => (day === on ? [memberId] : []))).size;
    // The owner is a member from the first moment on.
    findings.equal(`people who joined on ${on}`, joined, people + (index === 0 ? 1 : 0));
  });
}

function checkOnce({ journals, promises }: Evidence, findings: Findings): void {
  const events = journals.flatMap((journal) => journal.events);
  once(
    'end of campaign',
    events.flatMap((event) => (event.kind === 'campaign_ended' ? [event.campaignId] : [])),
    findings,
  );
  once(
    'count of day',
    events.flatMap((event) => (event.kind === 'day_counted' ? [event.on] : [])),
    findings,
  );
  once(
    'promise',
    promises.map(({ campaignId, memberId, about }) => `${campaignId} ${memberId} ${about}`),
    findings,
  );
  const settled = events.flatMap((event) =>
    event.kind === 'promise_settled' ? [`${event.campaignId} ${event.memberId} ${event.about}`] : [],
  );
  once('promise made good', settled, findings);
}

/** Never at night, never two on a day, never four in a week, never for what is done, never more than was agreed to. */
function checkReminders(evidence: Evidence, findings: Findings): void {
  const { calendar, messages } = evidence.life.stage;
  const done = deedsOf(evidence, 'checkin.checkIn');
  const accepts = deedsOf(evidence, 'reminder.accept');
  for (const { kind, at } of messages) {
    const on = dayOf(at, calendar);
    const hour = (hours: number) => dayStartAt(on, { ...calendar, dayStartsMinutes: hours * 60 });
    findings.holds(`${kind} at night`, at >= hour(9) && at < hour(21));
  }
  const sent = messages.filter(({ outcome }) => outcome === 'sent');
  for (const { personKey, kind, at } of sent) {
    const on = dayOf(at, calendar);
    const own = sent.filter((message) => message.personKey === personKey);
    const ofDay = own.filter((message) => dayOf(message.at, calendar) === on);
    findings.equal(`messages to ${personKey} on ${on}`, ofDay.length, 1);
    const week = own.filter((message) => dayOf(message.at, calendar) > addDays(on, -7) && message.at <= at);
    findings.atMost(`messages to ${personKey} in the week up to ${on}`, week.length, 3);
    const agreed = accepts.filter((accept) => accept.personKey === personKey && accept.input.accepted.some((one) => one.kind === kind));
    findings.atMost(`messages about ${kind} to ${personKey}`, own.filter((message) => message.kind === kind).length, agreed.length);
    const plans = new Set(
      accepts
        .filter((accept) => accept.personKey === personKey)
        .flatMap(({ input }) => input.accepted.flatMap((one) => ('campaignId' in one ? [one.campaignId] : []))),
    );
    const open = [...plans].filter(
      (campaignId) =>
        !done.some(
          (deed) => deed.personKey === personKey && deed.input.campaignId === campaignId && deed.value.on === on && deed.journal.at < at,
        ),
    );
    if (kind === 'checkin_open') findings.holds(`${personKey} was reminded on ${on} of what was done`, open.length > 0);
  }
}

/** Checks all of it. */
export function checkTimer(evidence: Evidence, findings: Findings): void {
  checkSeasons(evidence, findings);
  checkDays(evidence, findings);
  checkOnce(evidence, findings);
  checkReminders(evidence, findings);
}
