// The complete terms, before anything else and never in small print.
import { Text, View } from '@tarojs/components';
import './terms-list.scss';

export function TermsList({ id, title, lines }: { readonly id: string; readonly title: string; readonly lines: readonly string[] }) {
  return (
    <View id={id} className="terms">
      <Text className="terms__title">{title}</Text>
      {lines.map((line, index) => (
        <View key={line} className="terms__line">
          <Text className="terms__number">{String(index + 1)}</Text>
          <Text className="terms__text">{line}</Text>
        </View>
      ))}
    </View>
  );
}
