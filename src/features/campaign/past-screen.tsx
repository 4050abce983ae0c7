// Every draft and every campaign that has ended: drafts are gone on with or deleted, ended ones are looked into or run again.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { TypePicture } from '#app/features/campaign/type-picture.tsx';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { DoneNote, EmptyState } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import './past-screen.scss';

type State = 'draft' | 'ended';

const states = ['draft', 'ended'] as const;

function PastRow({ card, state, onDiscard }: { readonly card: CampaignCard; readonly state: State; readonly onDiscard: () => void }) {
  const { owner, formats, campaignTypes } = useOwnersWords();
  const says = owner.past;
  const { campaignId, type, title, startsOn, endsOn } = card;
  const open = () => go(state === 'draft' ? ownerPages.editor : ownerPages.manage, { id: campaignId });
  return (
    <View className="plain-list__row" id={`past-${campaignId}`}>
      <View className="past-row" role="button" hoverClass="card--pressed" onClick={open}>
        <TypePicture type={type} />
        <View className="plain-list__words">
          <Text className="plain-list__name">{title}</Text>
          <Text className="quiet tabular">{`${campaignTypes[type].name} · ${formats.span(startsOn, endsOn)}`}</Text>
        </View>
      </View>
      {state === 'draft' ? (
        <LinkButton id={`discard-${campaignId}`} text={says.discard} onTap={onDiscard} />
      ) : (
        <LinkButton id={`copy-${campaignId}`} text={says.again} onTap={() => go(ownerPages.editor, { copy: campaignId })} />
      )}
    </View>
  );
}

interface DiscardingProps {
  readonly card: CampaignCard | null;
  readonly communityId: string;
  readonly onClose: () => void;
  readonly onDone: (title: string) => void;
}

/** Asks before a draft is deleted. */
function Discarding({ card, communityId, onClose, onDone }: DiscardingProps) {
  const { owner } = useOwnersWords();
  const says = owner.past;
  const { busy, no } = useDeed(desk.discard);
  const run = async () => {
    if (card === null) return;
    const reply = await desk.discard.run({ communityId, campaignId: card.campaignId });
    if (reply?.ok === true) onDone(card.title);
  };
  return (
    <ConfirmSheet
      id="discard"
      open={card !== null}
      title={says.discardTitle(card?.title ?? '')}
      effects={says.discardEffect}
      confirmText={says.discard}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function PastList({ state, communityId }: { readonly state: State; readonly communityId: string }) {
  const { past: says, console: ways } = useOwnersWords().owner;
  const paged = desk.past[state];
  const shown = usePaged(paged);
  const [asked, setAsked] = useState<CampaignCard | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  const close = () => {
    setAsked(null);
    desk.discard.dismiss();
  };
  const finish = (title: string) => {
    close();
    setDone(title);
    ask();
    void desk.today.refresh();
  };
  return (
    <>
      {done === null ? null : <DoneNote id="discard-done" text={says.discarded(done)} />}
      <PagedView
        state={shown}
        paged={paged}
        skeleton={<OwnerSkeleton />}
        empty={
          <EmptyState id={`no-${state}`} text={says.none[state]}>
            <QuietButton id="new-campaign" text={ways.newCampaign} onTap={() => go(ownerPages.choose)} />
          </EmptyState>
        }
      >
        {(cards) => (
          <PlainList id="past-list">
            {cards.map((card) => (
              <PastRow key={card.campaignId} card={card} state={state} onDiscard={() => setAsked(card)} />
            ))}
          </PlainList>
        )}
      </PagedView>
      <Discarding card={asked} communityId={communityId} onClose={close} onDone={finish} />
    </>
  );
}

export function PastScreen() {
  const says = useOwnersWords().owner.past;
  const [state, setState] = useState<State>('draft');
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => (
        <>
          <Choices id="past-state" choices={states.map((value) => ({ value, text: says[value] }))} chosen={state} onChoose={setState} />
          <PastList key={state} state={state} communityId={home.community.communityId} />
        </>
      )}
    </OwnerScreen>
  );
}
