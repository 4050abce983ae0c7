// The way from something that is wrong with what is said about the community to where it is mended, for whoever may.
import { Text } from '@tarojs/components';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { phone, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';

export function MendAbout({ id }: { readonly id: string }) {
  const { about } = useOwnersWords().owner;
  const isOwner = useResource(phone.home).value?.me.role === 'owner';
  if (!isOwner) return <Text className="quiet">{about.ownersAlone}</Text>;
  return <LinkButton id={id} text={about.title} onTap={() => go(ownerPages.about)} />;
}
