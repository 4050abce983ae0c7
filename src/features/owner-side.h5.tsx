// Beside the owner's pages, where a window is wide: the community's name and the ways to all pages that are this person's.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ownerPages } from '#app/features/owner-pages';
import { isHere, waysOf } from '#app/features/owner-ways';
import { useWords } from '#app/i18n/use-words';
import './owner-side.scss';

/** From here on src/ui/screen.scss leaves room beside the page. */
const wide = window.matchMedia('(min-width: 900px)');

function useWide(): boolean {
  const [isWide, setWide] = useState(wide.matches);
  useEffect(() => {
    const hear = () => setWide(wide.matches);
    wide.addEventListener('change', hear);
    return () => wide.removeEventListener('change', hear);
  }, []);
  return isWide;
}

export interface OwnerSideProps {
  readonly community: string;
  readonly role: 'owner' | 'clerk';
}

export function OwnerSide({ community, role }: OwnerSideProps) {
  const words = useWords();
  const isWide = useWide();
  if (!isWide) return null;
  const path = Taro.getCurrentInstance().router?.path ?? '';
  return (
    <View className="owner-side" role="navigation" aria-label={words.owner.console.title}>
      <Text className="owner-side__community">{community}</Text>
      {waysOf(role).map((way) => {
        const here = isHere(way, path);
        return (
          <View
            key={way.page}
            id={`side-${way.page}`}
            className={`owner-side__way${here ? ' owner-side__way--here' : ''}`}
            role="button"
            {...(here ? { 'aria-current': 'page' } : {})}
            // One page takes another's place: going back leads to where the owner's pages were entered.
            onClick={() => void Taro.redirectTo({ url: ownerPages[way.page] })}
          >
            <Text>{way.name(words)}</Text>
          </View>
        );
      })}
    </View>
  );
}
