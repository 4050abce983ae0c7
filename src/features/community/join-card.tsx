// The way in for a visitor: what joining means, and the tap.
import { Text } from '@tarojs/components';
import { JoinButton } from '#app/features/community/join-button.tsx';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

export function JoinCard({ community }: { readonly community: Pick<ValueOf<'community.home'>['community'], 'joining'> }) {
  const { home, joining: says } = useWords().member;
  const { joining } = community;
  return (
    <Card id="join-card" title={home.joinTitle}>
      <Text className="quiet">{home.joinHint}</Text>
      {joining?.approval === true ? <Text className="quiet">{says.approvalHint}</Text> : null}
      <JoinButton joining={joining} onJoined={() => undefined} />
    </Card>
  );
}
