// What keeps every campaign of a community back, since it stands beside all of them: said where campaigns are, with the way to mend it.
import { Text } from '@tarojs/components';
import type { FieldProblem } from '#app/features/campaign/campaign-form';
import { sayProblem } from '#app/features/campaign/say-problem';
import { MendAbout } from '#app/features/community/mend-about.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { RefusalNote } from '#app/ui/states.tsx';

const OF_COMMUNITY = 'community.';

/** Whether a problem is one of the community's own texts. */
export function isOfCommunity({ path }: FieldProblem): boolean {
  return path.startsWith(OF_COMMUNITY);
}

export function CommunityProblems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const words = useOwnersWords();
  const { about, create, preview } = words.owner;
  const own = problems.filter(isOfCommunity);
  if (own.length === 0) return null;
  const named: Readonly<Record<string, string>> = {
    name: create.name,
    theme: create.theme,
    promise: create.promise,
    organiser: create.organiser,
  };
  return (
    <RefusalNote code="community-in-review" reason={about.inReview}>
      {own.map((problem) => (
        <Text key={problem.path} className="quiet">
          {preview.problemOf(named[problem.path.slice(OF_COMMUNITY.length)] ?? '', sayProblem(words, problem))}
        </Text>
      ))}
      <MendAbout id="mend-community" />
    </RefusalNote>
  );
}
