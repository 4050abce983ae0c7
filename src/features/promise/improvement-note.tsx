// The line on a campaign's page that says how its rules got better, with the way to every version of them.
import { Text } from '@tarojs/components';
import type { CampaignPage } from '#app/features/campaign/campaign-screen.tsx';
import { go, pages } from '#app/features/go';
import { sayImprovement } from '#app/i18n/say-change';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';

/** Nothing while the rules are those of the first day. */
export function ImprovementNote({ page }: { readonly page: CampaignPage }) {
  const words = useWords();
  const line = sayImprovement(words, page.improvement);
  if (line === null) return null;
  const { community, card } = page;
  return (
    <Card id="improvement">
      <Text>{line}</Text>
      <LinkButton
        id="open-versions"
        text={words.member.promise.rules.all}
        onTap={() => go(pages.versions, { c: community.communityId, id: card.campaignId })}
      />
    </Card>
  );
}
