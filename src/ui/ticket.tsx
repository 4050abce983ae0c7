// The ticket 票: what it is worth on its stub, notched where it will be torn, and its terms. Redeemed, the stub is torn off.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { groupedYuan } from '#app/i18n/format-parts';
import { Money } from '#app/ui/money.tsx';
import './ticket.scss';

/** What stands largest on a ticket's stub: an amount, or a few characters. */
export type TicketWorth = { readonly fen: number } | { readonly text: string };

/** A longer amount wants a wider stub. */
const WIDE_CHARACTERS = 6;

export interface TicketProps {
  readonly id: string;
  readonly worth: TicketWorth;
  /** What the order must come to and what else there is to know, a line each: nothing stands between them that a narrow stub could tear off. */
  readonly conditions: readonly string[];
  readonly title: string;
  /** One or two lines: until when, for whom. */
  readonly lines: readonly string[];
  /** What is short or special: 剩 3 天, 仅限本群. */
  readonly tags?: ReactNode;
  /** good: can be had or used; off: locked, not yet, expired; torn: redeemed. */
  readonly look: 'good' | 'off' | 'torn';
  /** A word across the stub's end when it is torn or off. */
  readonly status?: string;
  readonly onTap?: () => void;
  /** What can be done with it, on the ticket itself. */
  readonly action?: ReactNode;
  /** What stands under the ticket's edge, such as why not. */
  readonly children?: ReactNode;
}

export function Ticket({ id, worth, conditions, title, lines, tags, look, status, onTap, action, children }: TicketProps) {
  const tap = onTap === undefined ? {} : { onClick: onTap, role: 'button', hoverClass: 'ticket--pressed' };
  const isWide = 'fen' in worth && groupedYuan(worth.fen).length > WIDE_CHARACTERS;
  return (
    <View id={id} className={`ticket ticket--${look}`}>
      <View className="ticket__paper">
        <View className={`ticket__stub${isWide ? ' ticket__stub--wide' : ''}`} {...(onTap === undefined ? {} : { onClick: onTap })}>
          {'fen' in worth ? <Money fen={worth.fen} size="hero" /> : <Text className="ticket__worth">{worth.text}</Text>}
          {conditions.map((condition) => (
            <Text key={condition} className="ticket__condition">
              {condition}
            </Text>
          ))}
        </View>
        <View className="ticket__main">
          <View className="ticket__words" {...tap}>
            <Text className="ticket__title">{title}</Text>
            {lines.map((line) => (
              <Text key={line} className="ticket__line">
                {line}
              </Text>
            ))}
            {tags === undefined && status === undefined ? null : (
              <View className="ticket__tags">
                {status === undefined ? null : <Text className="ticket__status">{status}</Text>}
                {tags}
              </View>
            )}
          </View>
          {action === undefined || action === null ? null : <View className="ticket__action">{action}</View>}
        </View>
      </View>
      {children === undefined || children === null ? null : <View className="ticket__foot">{children}</View>}
    </View>
  );
}
