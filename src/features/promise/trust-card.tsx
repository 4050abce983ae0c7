// The trust card of an owner: what was promised here, and what of it was kept; one tap from a campaign's page.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { NoNote } from '#app/features/no-view.tsx';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

type Trust = ValueOf<'promise.trust'>;

function TrustInside({ trust }: { readonly trust: Trust }) {
  const { member, formats } = useWords();
  const says = member.promise.trust;
  const { kept, open, broken, madeGood, percent, complaints, campaigns } = trust;
  const lines = [
    says.kept(formats.count(kept)),
    says.waiting(open),
    says.broken(broken, madeGood),
    says.complaints(complaints.all, complaints.open),
    says.campaigns(campaigns.finished, campaigns.endedEarly),
  ];
  return (
    <Card id="trust-card" title={says.organiser(trust.organiser)}>
      <Text className="strong">{percent === null ? says.nothing : says.percent(percent)}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text className="quiet">{says.how}</Text>
      <Text className="quiet">{says.contact(trust.contact)}</Text>
    </Card>
  );
}

/** The card behind a tap; a failure is said, and leaves the tap where it was. */
export function TrustCard({ communityId }: { readonly communityId: string }) {
  const says = useWords().member.promise.trust;
  const [no, setNo] = useState<No | null>(null);
  const [trust, setTrust] = useState<Trust | null>(null);
  const ask = async () => {
    const reply = await phone.caller.view('promise.trust', { communityId });
    if (reply.ok) setTrust(reply.value);
    setNo(reply.ok ? null : (reply as No));
  };
  if (trust !== null) return <TrustInside trust={trust} />;
  return (
    <>
      <LinkButton id="open-trust" text={says.open} onTap={() => void ask()} />
      {no === null ? null : <NoNote no={no} />}
    </>
  );
}
