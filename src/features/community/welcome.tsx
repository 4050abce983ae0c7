// What a person sees who belongs to no community yet: what this is, and how to begin.
import { Text, View } from '@tarojs/components';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import './welcome.scss';

export function Welcome({ mayFound }: { readonly mayFound: boolean }) {
  const words = useWords();
  return (
    <View className="welcome">
      <View className="welcome__seal" aria-hidden>
        <Text>{words.member.home.seal}</Text>
      </View>
      <Text className="welcome__title">{words.member.home.noCommunityTitle}</Text>
      <Text className="welcome__text">{words.member.home.noCommunity}</Text>
      <Card>
        {words.member.home.noCommunitySteps.map((step, index) => (
          <View key={step} className="welcome__step">
            <Text className="welcome__number">{String(index + 1)}</Text>
            <Text>{step}</Text>
          </View>
        ))}
      </Card>
      {mayFound ? <PrimaryButton id="create-community" text={words.member.home.create} onTap={() => go(ownerPages.create)} /> : null}
    </View>
  );
}
