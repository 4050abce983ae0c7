// A sheet of paper on the page: everything that belongs together.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './card.scss';

export interface CardProps {
  readonly id?: string;
  readonly title?: string;
  /** Small text or a tag at the right of the title. */
  readonly aside?: ReactNode;
  /** Makes the whole card a way to somewhere. */
  readonly onTap?: () => void;
  readonly tone?: 'plain' | 'seal' | 'green';
  /** Holds lines that bring their own height, such as LinkRow or board rows. */
  readonly list?: boolean;
  readonly children?: ReactNode;
}

export function Card({ id, title, aside, onTap, tone = 'plain', list = false, children }: CardProps) {
  const tap = onTap === undefined ? {} : { onClick: onTap, role: 'button', hoverClass: 'card--pressed' };
  return (
    <View {...(id === undefined ? {} : { id })} className={`card card--${tone}${list ? ' card--list' : ''}`} {...tap}>
      {title === undefined && aside === undefined ? null : (
        <View className="card__head">
          <Text className="card__title">{title}</Text>
          {aside === undefined ? null : <View className="card__aside">{aside}</View>}
        </View>
      )}
      {children}
    </View>
  );
}

/** What can be done about what a card shows: the quiet button takes the room that the words beside it leave. */
export function CardWays({ children }: { readonly children: ReactNode }) {
  return <View className="card__ways">{children}</View>;
}

/** A line in a card that leads somewhere: its name, what is there now, and an arrow. */
export function LinkRow({
  id,
  label,
  value,
  onTap,
}: {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly onTap: () => void;
}) {
  return (
    <View id={id} className="link-row" role="button" hoverClass="card--pressed" onClick={onTap}>
      <Text className="link-row__label">{label}</Text>
      {value === undefined ? null : <Text className="link-row__value">{value}</Text>}
      <View className="link-row__arrow" />
    </View>
  );
}
