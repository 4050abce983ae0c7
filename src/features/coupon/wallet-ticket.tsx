// A coupon that somebody owns, as a ticket with its terms as they were at the claim.
import type { ReactNode } from 'react';
import { conditionLines, stubOf } from '#app/features/coupon/coupon-text';
import { SOON_DAYS } from '#app/features/coupon/soon';
import type { Ticket as WalletTicketValue } from '#app/features/phone';
import { momentText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Tag } from '#app/ui/tag.tsx';
import { Ticket } from '#app/ui/ticket.tsx';

export interface WalletTicketProps {
  readonly ticket: WalletTicketValue;
  readonly zone: string;
  readonly onTap?: () => void;
  readonly children?: ReactNode;
}

export function WalletTicket({ ticket, zone, onTap, children }: WalletTicketProps) {
  const words = useWords();
  const say = words.member.wallet;
  const lines =
    ticket.state === 'redeemed' && ticket.redeemedAt !== null
      ? [say.redeemedAt(momentText(words, ticket.redeemedAt, zone))]
      : [words.formats.span(ticket.useFromOn, ticket.useUntilOn), words.member.ticket.at(ticket.organiser)];
  return (
    <Ticket
      id={`ticket-${ticket.couponId.replace(/[^A-Za-z0-9_-]/g, '-')}`}
      worth={stubOf(words, ticket)}
      conditions={conditionLines(words, ticket)}
      title={ticket.title}
      lines={lines}
      look={ticket.state === 'usable' ? 'good' : ticket.state === 'redeemed' ? 'torn' : 'off'}
      {...(ticket.state === 'usable' ? {} : { status: say.states[ticket.state] })}
      tags={
        <>
          {ticket.state === 'usable' ? (
            <Tag text={say.daysLeft(ticket.daysLeft)} tone={ticket.daysLeft <= SOON_DAYS ? 'amber' : 'plain'} />
          ) : null}
          {ticket.groupLabel === null ? null : <Tag text={words.member.shared.groupOnly(ticket.groupLabel)} tone="blue" />}
          {ticket.reason === 'claim' ? null : <Tag text={say.reason[ticket.reason]} tone="green" />}
        </>
      }
      {...(onTap === undefined ? {} : { onTap })}
    >
      {children}
    </Ticket>
  );
}
