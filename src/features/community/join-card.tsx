// The one tap that makes a visitor a member.
import { Text } from '@tarojs/components';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';

/** Joins the community that is looked at; `onJoined` also runs when the person had joined before, elsewhere. */
export async function joinHere(onJoined: () => void): Promise<void> {
  const reply = await phone.join.run({ communityId: phone.communities.current() });
  if (reply === null) return;
  if (reply.ok || reply.code === 'already_joined') {
    phone.join.dismiss();
    if (reply.ok) phone.firstSteps.begin(phone.communities.current());
    void phone.communities.load();
    await phone.home.refresh();
    onJoined();
  }
}

export function JoinCard() {
  const words = useWords();
  const { busy, no } = useDeed(phone.join);
  return (
    <Card id="join-card" title={words.member.home.joinTitle}>
      <Text className="quiet">{words.member.home.joinHint}</Text>
      {no === null ? null : <NoNote no={no} />}
      <PrimaryButton id="join" text={words.member.home.join} busy={busy} onTap={() => void joinHere(() => undefined)} />
    </Card>
  );
}
