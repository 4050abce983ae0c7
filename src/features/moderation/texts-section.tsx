// The owner's look at texts of members: each stands, or is taken off with a reason, once.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { isAt, type TextLook, type WaitingText } from '#app/features/moderation/create-texts-queue';
import { NoNote } from '#app/features/no-view.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { moderationReasons } from '#core/rules/moderation/reasons';
import './moderation-screen.scss';

type Community = ValueOf<'community.home'>['community'];

const { texts } = desk;

interface TextRowProps {
  readonly text: WaitingText;
  readonly zone: string;
  readonly busy: boolean;
  readonly onPass: () => void;
  readonly onRefuse: () => void;
}

function WaitingCard({ text, zone, busy, onPass, onRefuse }: TextRowProps) {
  const words = useOwnersWords();
  const says = words.owner.moderation;
  const { person } = text;
  const id = `${person.memberId}-${text.slot}`;
  const reasons = [...new Set(text.reports)].map((reason) => words.owner.reasons[reason]);
  return (
    <Card id={`waiting-${id}`} title={text.title}>
      <View className="wish">
        <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
        <View className="wish__words">
          <Text className="quiet">{words.owner.shared.person(person.name, person.tag)}</Text>
          <Text className="quiet tabular">{momentText(words, text.since, zone)}</Text>
        </View>
      </View>
      <Text className="wish__text">{text.text}</Text>
      <Text className="quiet">{text.shown ? says.textShown : says.textHidden}</Text>
      {reasons.length === 0 ? null : <Text className="quiet">{says.reportedFor(text.reports.length, reasons.join(' / '))}</Text>}
      <CardWays>
        <QuietButton id={`stand-${id}`} text={says.pass} busy={busy} onTap={onPass} />
        <LinkButton id={`take-off-${id}`} text={says.refuse} busy={busy} onTap={onRefuse} />
      </CardWays>
    </Card>
  );
}

function lookAt({ campaignId, person, slot, since }: WaitingText, refusal: TextLook['refusal']): TextLook {
  return { campaignId, memberId: person.memberId, slot, since, refusal };
}

export function TextsSection({ community }: { readonly community: Community }) {
  const { owner, member } = useOwnersWords();
  const says = owner.moderation;
  const state = usePaged(texts.queue);
  const { looking, taken, no } = useStore(texts.store);
  const ask = useCallback(() => void texts.queue.refresh(), []);
  useAskNow(ask);
  const [refusing, setRefusing] = useState<WaitingText | null>(null);
  const judge = (text: WaitingText, refusal: TextLook['refusal']) => {
    setRefusing(null);
    void texts.take(community.communityId, lookAt(text, refusal));
  };
  const waiting = { ...state, items: state.items.filter((text) => !taken.some((look) => isAt(look, text))) };
  return (
    <>
      <Text className="section-title">{says.texts}</Text>
      {no === null ? null : <NoNote no={no} />}
      <PagedView
        state={waiting}
        paged={texts.queue}
        skeleton={<Skeleton shape="card" label={member.shared.loading} />}
        empty={<EmptyState id="no-texts-waiting" text={says.textsEmpty} />}
      >
        {(rows) =>
          rows.map((text) => (
            <WaitingCard
              key={`${text.campaignId}-${text.person.memberId}-${text.slot}`}
              text={text}
              zone={community.zone}
              busy={isAt(looking, text)}
              onPass={() => judge(text, null)}
              onRefuse={() => setRefusing(text)}
            />
          ))
        }
      </PagedView>
      <Sheet open={refusing !== null} title={says.refuseTitle} onClose={() => setRefusing(null)}>
        {moderationReasons.map((reason) => (
          <QuietButton
            key={reason}
            id={`text-reason-${reason}`}
            text={owner.reasons[reason]}
            onTap={() => {
              if (refusing !== null) judge(refusing, reason);
            }}
          />
        ))}
      </Sheet>
    </>
  );
}
