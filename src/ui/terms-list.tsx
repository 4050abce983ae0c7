// The complete terms, never in small print; folded, the first of them stand and the rest is a tap away, heard all the same.
import { Text, View } from '@tarojs/components';
import './terms-list.scss';

/** So many lines stand while the rest is folded away. */
const FOLDED_LINES = 3;

export interface TermsFold {
  readonly open: boolean;
  /** How many there are in all. */
  readonly aside: string;
  /** What a tap does. */
  readonly text: string;
  readonly onTurn: () => void;
}

export interface TermsListProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** All of them stand where there is none. */
  readonly fold?: TermsFold;
}

function Line({ line, number }: { readonly line: string; readonly number: number }) {
  return (
    <View className="terms__line">
      <Text className="terms__number">{String(number)}</Text>
      <Text className="terms__text">{line}</Text>
    </View>
  );
}

export function TermsList({ id, title, lines, fold }: TermsListProps) {
  const first = fold === undefined ? lines : lines.slice(0, FOLDED_LINES);
  const rest = lines.slice(first.length);
  return (
    <View id={id} className="terms">
      <View className="terms__head">
        <Text className="terms__title">{title}</Text>
        {fold === undefined ? null : <Text className="quiet tabular">{fold.aside}</Text>}
      </View>
      {first.map((line, index) => (
        <Line key={line} line={line} number={index + 1} />
      ))}
      {rest.length === 0 ? null : (
        <View className={fold?.open === true ? 'terms__rest' : 'terms__rest heard-only'}>
          {rest.map((line, index) => (
            <Line key={line} line={line} number={first.length + index + 1} />
          ))}
        </View>
      )}
      {fold === undefined || rest.length === 0 ? null : (
        <View id={`${id}-fold`} className="terms__fold" role="button" aria-expanded={fold.open} onClick={fold.onTurn}>
          <Text>{fold.text}</Text>
          <View className={`terms__arrow${fold.open ? ' terms__arrow--up' : ''}`} />
        </View>
      )}
    </View>
  );
}
