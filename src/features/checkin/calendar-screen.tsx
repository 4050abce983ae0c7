// The calendar of a plan: every day as it was, the days in a row, and the way to the milestones.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import type { CheckInReply } from '#app/features/checkin/create-check-ins';
import { MakeUpSheet } from '#app/features/checkin/make-up-sheet.tsx';
import { MilestoneSteps } from '#app/features/checkin/milestone-path.tsx';
import { ContentUnit, GraceNote } from '#app/features/checkin/plan-notes.tsx';
import { placesInRuns } from '#app/features/checkin/run-of-days';
import { askHome } from '#app/features/community/ask-home';
import { NoNote } from '#app/features/no-view.tsx';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskNow, useResource } from '#app/features/this-phone';
import { weekdayOf } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { addDays, monthOf } from '#core/values/day';
import './calendar-screen.scss';

type Calendar = ValueOf<'checkin.calendar'>;

/** The month before or after a month. */
function monthBeside(month: string, direction: -1 | 1): string {
  return monthOf(addDays(`${month}-15`, direction * 30));
}

function Days({ calendar }: { readonly calendar: Calendar }) {
  const words = useWords();
  const first = calendar.days[0];
  const places = placesInRuns(calendar.days);
  const blanks = first === undefined ? 0 : weekdayOf(first.on);
  return (
    <View className="calendar">
      {words.member.calendar.weekdays.map((weekday, index) => (
        // The seven names never change places.
        <Text key={`weekday-${String(index)}`} className="calendar__weekday">
          {weekday}
        </Text>
      ))}
      {Array.from({ length: blanks }, (_, index) => (
        <View key={`blank-${String(index)}`} className="calendar__day" />
      ))}
      {calendar.days.map(({ on, state }, index) => (
        <View
          key={on}
          id={`day-${on}`}
          className={`calendar__day calendar__day--${state}${places[index] == null ? '' : ` calendar__day--${places[index]}`}`}
          aria-label={`${words.formats.day(on)} ${words.member.calendar.states[state]}`}
        >
          <View className="calendar__mark">
            <Text>{String(Number(on.slice(8)))}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

/** What the marks mean; those that this plan can have. */
function Key({ calendar }: { readonly calendar: Calendar }) {
  const words = useWords();
  const all = ['checked', 'made_up', 'rest', 'missed', 'open'] as const;
  // What this month has: a legend of marks that are nowhere explains nothing.
  const states = all.filter((state) => calendar.days.some((day) => day.state === state));
  return (
    <View className="calendar-key">
      {states.map((state) => (
        <View key={state} className="calendar-key__item">
          <View className={`calendar-key__sample calendar__day--${state}`} aria-hidden>
            <View className="calendar__mark">{state === 'missed' ? <Text>8</Text> : null}</View>
          </View>
          <Text>{words.member.calendar.states[state]}</Text>
        </View>
      ))}
    </View>
  );
}

/** The weekdays that need no check-in, in words; nothing where every day needs one. */
function RestDays({ calendar }: { readonly calendar: Calendar }) {
  const { member, formats } = useWords();
  const { restDays = [] } = calendar.plan;
  if (restDays.length === 0) return null;
  return (
    <Text id="rest-days" className="quiet">
      {member.plan.restDays(formats.weekdayList(restDays))}
    </Text>
  );
}

/** The day before, as long as it can be checked in; and why that was not possible. */
function Yesterday({ calendar, onChange }: Pick<CalendarBodyProps, 'calendar' | 'onChange'>) {
  const [no, setNo] = useState<No | null>(null);
  if (calendar.plan.grace === null && no === null) return null;
  const hear = (reply: CheckInReply) => setNo(reply?.ok === false ? reply : null);
  return (
    <Card>
      {no === null ? null : <NoNote no={no} />}
      <GraceNote campaignId={calendar.campaignId} plan={calendar.plan} onOutcome={hear} onChange={onChange} />
    </Card>
  );
}

/** The cards of a plan, its graduation, and everything that check-ins have opened. */
function Beside({ calendar, onChange }: { readonly calendar: Calendar; readonly onChange: () => void }) {
  const words = useWords();
  const says = words.member.plan;
  const [making, setMaking] = useState(false);
  const { makeUp, graduation } = calendar.plan;
  return (
    <>
      {makeUp === null ? null : (
        <Card list>
          <LinkRow
            id="open-make-up"
            label={makeUp.days.length === 0 ? says.makeUp : says.makeUpMissing(makeUp.days.length)}
            value={says.cards(makeUp.monthly + makeUp.earned)}
            onTap={() => setMaking(true)}
          />
          <MakeUpSheet campaignId={calendar.campaignId} makeUp={makeUp} open={making} onClose={() => setMaking(false)} onDone={onChange} />
        </Card>
      )}
      {graduation === null ? null : (
        <Card id="graduation" title={says.graduation}>
          <Text>
            {graduation.graduatedOn === null
              ? says.toGraduation(Math.max(0, graduation.days - graduation.done), graduation.points)
              : says.graduatedOn(words.formats.day(graduation.graduatedOn))}
          </Text>
        </Card>
      )}
      {calendar.units.length === 0 ? null : (
        <Card id="units" title={says.units}>
          {calendar.units.map((unit) => (
            <ContentUnit key={unit.day} day={unit.day} title={unit.title} text={unit.text} />
          ))}
        </Card>
      )}
    </>
  );
}

interface CalendarBodyProps {
  readonly calendar: Calendar;
  readonly onMonth: (month: string) => void;
  readonly onChange: () => void;
}

function CalendarBody({ calendar, onMonth, onChange }: CalendarBodyProps) {
  const words = useWords();
  const turn = (direction: -1 | 1) => onMonth(monthBeside(calendar.month, direction));
  const canGoBack = calendar.month > monthOf(calendar.startsOn);
  const canGoOn = calendar.month < monthOf(calendar.today);
  const numbers = [
    [words.member.calendar.streak, calendar.streakDays],
    [words.member.calendar.best, calendar.bestStreakDays],
    [words.member.calendar.total, calendar.totalDays],
  ] as const;
  return (
    <>
      <View className="calendar-numbers">
        {numbers.map(([label, days]) => (
          <View key={label} className="calendar-numbers__one">
            <Text className="calendar-numbers__value">{words.member.calendar.days(days)}</Text>
            <Text className="calendar-numbers__label">{label}</Text>
          </View>
        ))}
      </View>
      <Yesterday calendar={calendar} onChange={onChange} />
      <Card>
        <View className="calendar-month">
          <View
            id="month-before"
            role="button"
            aria-label={words.member.calendar.previous}
            aria-disabled={!canGoBack}
            className={`calendar-month__turn${canGoBack ? '' : ' calendar-month__turn--off'}`}
            onClick={() => canGoBack && turn(-1)}
          >
            <View className="calendar-month__arrow calendar-month__arrow--back" />
          </View>
          <Text className="strong" id="month">
            {words.formats.month(calendar.month)}
          </Text>
          <View
            id="month-after"
            role="button"
            aria-label={words.member.calendar.next}
            aria-disabled={!canGoOn}
            className={`calendar-month__turn${canGoOn ? '' : ' calendar-month__turn--off'}`}
            onClick={() => canGoOn && turn(1)}
          >
            <View className="calendar-month__arrow" />
          </View>
        </View>
        <Days calendar={calendar} />
        <Key calendar={calendar} />
        <RestDays calendar={calendar} />
        <Text className="quiet">{[words.member.daily.band, words.member.calendar.honest].join(words.member.shared.joint)}</Text>
      </Card>
      {calendar.milestones.length === 0 ? null : (
        <Card title={words.member.calendar.path}>
          <MilestoneSteps stops={calendar.milestones} />
        </Card>
      )}
      <Beside calendar={calendar} onChange={onChange} />
    </>
  );
}

function MonthSkeleton() {
  const { loading } = useWords().member.shared;
  return (
    <>
      <Skeleton label={loading} />
      <Skeleton shape="month" label={loading} />
    </>
  );
}

function Plan({ campaignId }: { readonly campaignId: string }) {
  const [month, setMonth] = useState<string | null>(null);
  const resource = useMemo(
    () =>
      createResource<Calendar>(async () => {
        const input = { communityId: phone.communities.current(), campaignId, ...(month === null ? {} : { month }) };
        return (await phone.caller.view('checkin.calendar', input)) as { ok: true; value: Calendar } | No;
      }),
    [campaignId, month],
  );
  const state = useStore(resource.store);
  const ask = useCallback(() => void resource.refresh(), [resource]);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<MonthSkeleton />} onRetry={ask}>
      {(calendar) => <CalendarBody calendar={calendar} onMonth={setMonth} onChange={ask} />}
    </ResourceView>
  );
}

export function CalendarScreen() {
  const words = useWords();
  const { params } = useRouter();
  const home = useResource(phone.home);
  const campaignId = params.id ?? home.value?.campaigns.find((card) => card.type === 'checkin_plan')?.campaignId;
  useEffect(() => void askHome(), []);
  const ready = phone.communities.store.getState().communityId !== null;
  return (
    <Screen title={words.member.calendar.title} backLabel={words.member.shared.back}>
      {ready && campaignId !== undefined ? (
        <Plan campaignId={campaignId} />
      ) : home.value === null ? (
        <MonthSkeleton />
      ) : (
        <EmptyState id="no-plan" text={words.member.calendar.none} />
      )}
    </Screen>
  );
}
