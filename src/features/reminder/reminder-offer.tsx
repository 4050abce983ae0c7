// Offers a reminder beside what has just been done: a quiet button, or what is planned; nothing at all where there is none to be had.
import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { NoNote } from '#app/features/no-view.tsx';
import { type AskedReminder, type Asking, plannedFor, templateOf } from '#app/features/reminder/create-reminders';
import { phone, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { canSubscribe } from '#app/platform/subscribe';
import { QuietButton } from '#app/ui/buttons.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { daysBetween } from '#core/values/day';

export interface ReminderOfferProps {
  /** Stable for journeys. */
  readonly id: string;
  readonly asked: AskedReminder;
  /** The coupon's last usable day, or the plan's last day; a standing needs none. */
  readonly until?: string;
}

/** A coupon is reminded of on the day before its last one, an open check-in tomorrow at the earliest: later it is too late to ask. */
function isInTime({ asked, until }: ReminderOfferProps, today: string): boolean {
  if (until === undefined) return true;
  return daysBetween(today, until) >= (asked.kind === 'coupon_expiring' ? 2 : 1);
}

function Outcome({ asking }: { readonly asking: Asking }) {
  const say = useWords().member.reminder;
  if (typeof asking !== 'string') return <NoNote no={asking} />;
  return asking === 'planned' ? null : <Text className="quiet">{say.outcomes[asking]}</Text>;
}

function Offer(props: ReminderOfferProps) {
  const words = useWords();
  const say = words.member.reminder;
  const { id, asked } = props;
  const wallet = useResource(phone.reminders.wallet).value;
  const { busy } = useStore(phone.reminders.store);
  const today = useResource(phone.home).value?.today;
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => phone.reminders.load(), []);
  const planned = plannedFor(wallet, asked);
  if (planned !== null) return <DoneNote id={`${id}-planned`} text={say.planned[asked.kind](words.formats.day(planned.on))} />;
  if (templateOf(wallet, asked.kind) === null || today === undefined || !isInTime(props, today)) return null;
  const ask = async () => {
    setAsking(null);
    setAsking(await phone.reminders.ask(asked));
  };
  return (
    <>
      <QuietButton id={id} text={say.offer[asked.kind]} busy={busy} onTap={() => void ask()} />
      {asking === null ? null : <Outcome asking={asking} />}
    </>
  );
}

export function ReminderOffer(props: ReminderOfferProps) {
  return canSubscribe() ? <Offer {...props} /> : null;
}
