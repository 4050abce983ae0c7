// Beside the owner's pages, where a window is wide: the community's name and the ways to all pages that are this person's.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ownerPages } from '#app/features/owner-pages';
import { isHere, waysOf } from '#app/features/owner-ways';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { leavePage } from '#app/platform/leaving';
import { useWideWindow } from '#app/platform/wide-window';
import type { StaffRole } from '#core/rules/community/roles';
import './owner-side.scss';

export interface OwnerSideProps {
  readonly community: string;
  readonly role: StaffRole;
}

export function OwnerSide({ community, role }: OwnerSideProps) {
  const words = useOwnersWords();
  const isWide = useWideWindow();
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
            onClick={() => leavePage(() => void Taro.redirectTo({ url: ownerPages[way.page] }))}
          >
            <Text>{way.name(words)}</Text>
          </View>
        );
      })}
    </View>
  );
}
