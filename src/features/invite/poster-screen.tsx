// The invite as a poster: drawn on this phone, with a code that leads to the invite.

import { Image, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import type { No } from '#app/features/call';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { worthOfCard } from '#app/features/coupon/coupon-text';
import { goTab } from '#app/features/go';
import { drawPoster, POSTER } from '#app/features/invite/draw-poster';
import { inviteCardOf } from '#app/features/invite/invite-card';
import { sidesOf } from '#app/features/invite/invite-parts';
import { posterCodeOf } from '#app/features/invite/poster-code';
import { NoPage } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { drawPicture } from '#app/platform/picture';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, RefusalNote, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './poster-screen.scss';

type Community = ValueOf<'community.home'>['community'];

function Poster({ card, community }: { readonly card: CampaignCard; readonly community: Community }) {
  const words = useWords();
  const say = words.member.poster;
  const { no, busy } = useDeed(phone.invite);
  const [picture, setPicture] = useState<string | null>(null);
  const [missing, setMissing] = useState<No | 'no_code' | 'cannot_draw' | null>(null);
  const { campaignId, title } = card;
  const { seal } = words.member.home;
  const reward = say.reward[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit));
  const draw = useCallback(async () => {
    const invite = await inviteCardOf(campaignId);
    if (invite === null) return;
    setMissing(null);
    const code = await posterCodeOf(campaignId, invite);
    if ('ok' in code) return setMissing(code);
    const { picture: codePicture } = code;
    if (codePicture === null) return setMissing('no_code');
    const { name, promise, organiser } = community;
    const text = { seal, community: name, promise, title, reward, scan: say.scan, organiser };
    const drawing = drawPicture(POSTER.width, POSTER.height, async (pen, load) => drawPoster(pen, text, await load(codePicture)));
    // A code that cannot be read leaves as little to show as a phone that cannot draw.
    const drawn = await drawing.catch(() => null);
    if (drawn === null) return setMissing('cannot_draw');
    setPicture(drawn);
  }, [campaignId, title, seal, reward, community, say]);
  useEffect(() => void draw(), [draw]);
  if (missing === 'no_code') return <RefusalNote code="no_code" reason={say.noCode} />;
  if (missing === 'cannot_draw') return <RefusalNote code="cannot_draw" reason={say.cannotDraw} />;
  if (missing !== null) return <NoPage no={missing} busy={false} onRetry={() => void draw()} />;
  if (no !== null) return <NoPage no={no} busy={busy} onRetry={() => void draw()} />;
  if (picture === null) return <Skeleton shape="hero" count={2} label={say.drawing} />;
  return (
    <View className="poster">
      <Image id="poster" className="poster__picture" src={picture} mode="widthFix" showMenuByLongpress aria-label={say.image} />
      <Text className="quiet">{say.hint}</Text>
    </View>
  );
}

export function PosterScreen() {
  const words = useWords();
  const { params } = useRouter();
  return (
    <Screen title={words.member.poster.title} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={<Skeleton shape="hero" count={2} label={words.member.shared.loading} />}>
        {(home) => {
          const card = home.campaigns.find((one) => one.campaignId === params.id);
          return card === undefined ? (
            <EmptyState id="no-invite-campaign" text={words.member.invites.none}>
              <QuietButton id="go-wall" text={words.member.wallet.toWall} onTap={() => goTab('wall')} />
            </EmptyState>
          ) : (
            <Poster card={card} community={home.community} />
          );
        }}
      </WithCommunity>
    </Screen>
  );
}
