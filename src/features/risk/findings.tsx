// The signs that were found, each in a sentence with its numbers.
import { Text, View } from '@tarojs/components';
import { sayFinding } from '#app/features/risk/say-finding';
import { useWords } from '#app/i18n/use-words';
import type { ValueOf } from '#core/contract';
import './findings.scss';

type Review = NonNullable<ValueOf<'risk.mine'>['review']>;

export function Findings({ review }: { readonly review: Pick<Review, 'findings'> }) {
  const words = useWords();
  return (
    <View className="signs">
      {review.findings.map((finding) => {
        const { text, usual } = sayFinding(words, finding);
        return (
          <View key={finding.sign} className="signs__sign">
            <Text className="tabular">{text}</Text>
            {usual === null ? null : <Text className="quiet tabular">{usual}</Text>}
          </View>
        );
      })}
    </View>
  );
}
