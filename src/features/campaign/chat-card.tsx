// The share card as it will look in the chat: who sends it, the title, the 5:4 picture.
import { Image, Text, View } from '@tarojs/components';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import './chat-card.scss';

export function ChatCard({ title, picture }: { readonly title: string; readonly picture: string | null }) {
  const { owner } = useOwnersWords();
  return (
    <View className="chat">
      <View className="chat__card" id="chat-card">
        <View className="chat__app">
          <Text className="chat__mark">{owner.card.checkin.mark}</Text>
          <Text>{owner.card.app}</Text>
        </View>
        <Text className="chat__title" id="chat-card-title">
          {title}
        </Text>
        <View className="chat__frame">
          {picture === null ? null : (
            <Image id="chat-card-picture" className="chat__picture" src={picture} mode="aspectFill" aria-label={owner.preview.picture} />
          )}
        </View>
      </View>
    </View>
  );
}
