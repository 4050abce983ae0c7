// What fades within days, on the front page: what it is, its last day, and what keeps it. Nothing where nothing does.
import { Text } from '@tarojs/components';
import { go, goTab, pages } from '#app/features/go';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

type Fading = ValueOf<'community.home'>['fading'];

export function FadingNote({ fading }: { readonly fading: Fading }) {
  const words = useWords();
  const { formats } = words;
  const says = words.member.tier.soon;
  if (fading.length === 0) return null;
  const isTier = fading.some(({ what }) => what === 'tier');
  return (
    <Card id="fading" title={says.title}>
      {fading.map((one) => (
        <Text key={one.what} id={`fading-${one.what}`}>
          {one.what === 'tier'
            ? says.tier(words.tiers[one.tier], formats.day(one.untilOn))
            : says.points(formats.points(one.points), formats.day(one.untilOn))}
        </Text>
      ))}
      <LinkButton
        id="open-fading"
        text={isTier ? says.openTier : says.openPoints}
        onTap={() => (isTier ? goTab('me') : go(pages.statement))}
      />
    </Card>
  );
}
