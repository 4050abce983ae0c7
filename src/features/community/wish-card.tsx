// What somebody reads who wishes to come in: that they wait, with the way to take it back, or why they were turned down and when they can ask again.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { JoinButton } from '#app/features/community/join-button.tsx';
import { joinHere, withdrawHere } from '#app/features/community/join-here';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { sayTurnDown } from '#app/i18n/say-block';
import { useWords } from '#app/i18n/use-words';
import { LinkButton, PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import type { ValueOf } from '#core/contract';

type Home = Pick<ValueOf<'community.home'>, 'community' | 'me' | 'now'>;
type Wish = NonNullable<Home['me']['wish']>;

/** Takes the wish back, once asked. */
function Withdrawing() {
  const says = useWords().member.joining;
  const { busy, no } = useDeed(phone.withdraw);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    phone.withdraw.dismiss();
  };
  return (
    <>
      <LinkButton id="withdraw" text={says.withdraw} onTap={() => setOpen(true)} />
      <ConfirmSheet
        id="withdraw-sheet"
        open={open}
        title={says.withdrawTitle}
        effects={says.withdrawEffects}
        confirmText={says.withdraw}
        cancelText={says.keep}
        busy={busy}
        onConfirm={() => void withdrawHere()}
        onClose={close}
      >
        {no === null ? null : <NoNote no={no} />}
      </ConfirmSheet>
    </>
  );
}

function Waiting({ wish, community }: { readonly wish: Extract<Wish, { state: 'waiting' }> } & Pick<Home, 'community'>) {
  const words = useWords();
  const says = words.member.joining;
  const { busy, no } = useDeed(phone.join);
  const isOpen = community.joining?.approval !== true;
  return (
    <Card id="wish-waiting" title={says.waitingTitle}>
      <Text className="tabular">{isOpen ? says.openNow : says.waiting(momentText(words, wish.askedAt, community.zone))}</Text>
      {no === null ? null : <NoNote no={no} />}
      {isOpen ? <PrimaryButton id="join" text={says.enterNow} busy={busy} onTap={() => void joinHere([], () => undefined)} /> : null}
      <Withdrawing />
    </Card>
  );
}

export function WishCard({ wish, home: { community, now } }: { readonly wish: Wish; readonly home: Home }) {
  const words = useWords();
  const says = words.member.joining;
  if (wish.state === 'waiting') return <Waiting wish={wish} community={community} />;
  return (
    <Card id="wish-refused" title={says.refusedTitle}>
      <Text className="strong">{sayTurnDown(words, wish)}</Text>
      {now >= wish.againAt ? (
        <JoinButton joining={community.joining} onJoined={() => undefined} />
      ) : (
        <Text className="quiet tabular">{says.again(momentText(words, wish.againAt, community.zone))}</Text>
      )}
    </Card>
  );
}
