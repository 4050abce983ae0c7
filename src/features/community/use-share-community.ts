// A page that belongs to the whole community, as a card for a chat: it leads to the community's home.
import { useShareAppMessage } from '@tarojs/taro';
import { communityPath } from '#app/features/community/entry';
import { phone, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';

/** Lets WeChat's menu send the page; before the community is known the card leads to the app's own first page. */
export function useShareCommunity(): void {
  const words = useWords();
  const { value } = useResource(phone.home);
  useShareAppMessage(() => {
    if (value === null) return { title: words.member.home.title, path: '/pages/home/index' };
    const { name, promise, communityId } = value.community;
    return { title: `${name} · ${promise}`, path: communityPath(communityId) };
  });
}
