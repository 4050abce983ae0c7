// An offer without a picture of its own: what it is, its first words, how one stands in it, and the way there. The whole of it is the tap.
import { Text, View } from '@tarojs/components';
import { Tag } from '#app/ui/tag.tsx';
import './quiet-offer.scss';

export interface QuietOfferProps {
  readonly id: string;
  readonly title: string;
  /** What kind of campaign it is, in a word. */
  readonly kind: string;
  readonly text: string;
  /** How one stands in it, or why one cannot take part. */
  readonly note: string | null;
  /** What a tap leads to. */
  readonly way: string;
  readonly onTap: () => void;
}

export function QuietOffer({ id, title, kind, text, note, way, onTap }: QuietOfferProps) {
  return (
    <View id={id} className="quiet-offer" role="button" hoverClass="card--pressed" onClick={onTap}>
      <View className="quiet-offer__head">
        <Text className="quiet-offer__title">{title}</Text>
        <Tag text={kind} />
      </View>
      <View className="quiet-offer__foot">
        <View className="quiet-offer__words">
          {text === '' ? null : <Text className="quiet-offer__text">{text}</Text>}
          {note === null ? null : <Text className="quiet-offer__note">{note}</Text>}
        </View>
        <View className="quiet-offer__way">
          <Text>{way}</Text>
          <View className="link-row__arrow" />
        </View>
      </View>
    </View>
  );
}
