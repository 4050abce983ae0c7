// Turns a long list into leaves, so that a screen never holds more than a phone draws with ease.
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { LongList } from '#app/ui/long-list.tsx';

/** The leaf of a list that is on show. */
export interface Leaf<Item> {
  readonly shown: readonly Item[];
  /** Where the next leaf begins. */
  readonly end: number;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Shows the leaf after or before, from its beginning. */
  turn(step: 1 | -1): void;
}

/** Shows at most `rowsMax` items of a list at a time. */
export function useLeaf<Item>(items: readonly Item[], rowsMax: number): Leaf<Item> {
  const [from, setFrom] = useState(0);
  // A list that has begun anew may be shorter than where we stood in it.
  if (from > 0 && from >= items.length) setFrom(0);
  return {
    shown: items.slice(from, from + rowsMax),
    end: from + rowsMax,
    hasEarlier: from > 0,
    hasLater: items.length > from + rowsMax,
    turn(step) {
      setFrom(Math.max(0, from + step * rowsMax));
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
  };
}

/** The way back to the leaf before. */
export function EarlierButton({ leaf }: { readonly leaf: Leaf<unknown> }) {
  const words = useWords();
  return <QuietButton id="show-earlier" text={words.member.shared.earlier} onTap={() => leaf.turn(-1)} />;
}

/** The way to the rest of a list. */
export function MoreButton({ busy = false, onTap }: { readonly busy?: boolean; readonly onTap: () => void }) {
  const words = useWords();
  return <QuietButton id="show-more" text={words.member.shared.more} busy={busy} onTap={onTap} />;
}

export interface LeavesProps<Item> {
  readonly items: readonly Item[];
  readonly rowsMax: number;
  readonly children: (item: Item) => ReactNode;
}

/** A list that is known as a whole, leaf by leaf. */
export function Leaves<Item>({ items, rowsMax, children }: LeavesProps<Item>) {
  const leaf = useLeaf(items, rowsMax);
  if (items.length === 0) return null;
  return (
    <LongList
      before={leaf.hasEarlier ? <EarlierButton leaf={leaf} /> : null}
      after={leaf.hasLater ? <MoreButton onTap={() => leaf.turn(1)} /> : null}
    >
      {leaf.shown.map(children)}
    </LongList>
  );
}
