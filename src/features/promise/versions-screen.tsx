// Every version of a campaign's rules, the newest first, each with what it changed: what anybody may hold its owner to.
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo } from 'react';
import { useCommunityOfPath } from '#app/features/community/use-community-of-path';
import { PagedView } from '#app/features/paged-view.tsx';
import { createVersions, type Version } from '#app/features/promise/create-promise-lists';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { sayChange } from '#app/i18n/say-change';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

function VersionCard({ version, zone }: { readonly version: Version; readonly zone: string }) {
  const words = useWords();
  const says = words.owner.versions;
  const changes = version.changes.map((change) => sayChange(words, version.type, change));
  return (
    <Card id={`version-${version.version}`} title={says.from(version.version, momentText(words, version.at, zone))}>
      <Text>{`${version.title} · ${words.formats.span(version.startsOn, version.endsOn)}`}</Text>
      {changes.length === 0 ? <Text className="quiet">{says.first}</Text> : null}
      {changes.map((change, index) => (
        <Text key={`${change} ${String(index)}`}>{change}</Text>
      ))}
    </Card>
  );
}

function Versions({ communityId, campaignId, zone }: { communityId: string; campaignId: string; zone: string }) {
  const words = useWords();
  const versions = useMemo(() => createVersions(phone.caller, { communityId, campaignId }), [communityId, campaignId]);
  const state = usePaged(versions);
  const ask = useCallback(() => void versions.refresh(), [versions]);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={versions}
      skeleton={<Skeleton count={2} label={words.member.shared.loading} />}
      empty={<EmptyState id="no-versions" text={words.owner.versions.first} />}
    >
      {(items) => items.map((version) => <VersionCard key={version.version} version={version} zone={zone} />)}
    </PagedView>
  );
}

export function VersionsScreen() {
  const words = useWords();
  const { params } = useRouter();
  const isLookedAt = useCommunityOfPath();
  const skeleton = <Skeleton count={2} label={words.member.shared.loading} />;
  return (
    <Screen title={words.owner.versions.title} backLabel={words.member.shared.back}>
      {isLookedAt ? (
        <WithCommunity skeleton={skeleton}>
          {({ community }) => <Versions communityId={community.communityId} campaignId={params.id ?? ''} zone={community.zone} />}
        </WithCommunity>
      ) : (
        skeleton
      )}
    </Screen>
  );
}
