// Posting a campaign: the post is recorded, and its card leaves the phone as the platform lets cards leave.
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { campaignPath } from '#app/features/community/entry';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { currentWords } from '#app/i18n/use-words';
import { hasChatTool, openChatTool } from '#app/platform/chat-tool';
import { canSendCards, type Sent, sendCard } from '#app/platform/share';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';

export interface Post {
  /** What became of the card; null while nothing was posted yet. */
  readonly sent: Sent | null;
  readonly no: No | null;
  readonly busy: boolean;
  readonly run: () => Promise<void>;
  /** Opens WeChat's chat tool with the card; null where there is none. */
  readonly openTool: (() => void) | null;
}

export interface PostedCard {
  readonly communityId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly picture: string | null;
}

/** How this page posts a campaign. In WeChat the share button asks for the card by itself, and nobody tells what became of it. */
export function usePost({ communityId, campaignId, title, picture }: PostedCard): Post {
  const { busy, no } = useDeed(desk.post);
  const [sent, setSent] = useState<Sent | null>(null);
  useShareAppMessage(() => {
    void desk.post.run({ communityId, campaignId });
    return { title, path: campaignPath(communityId, campaignId), ...(picture === null ? {} : { imageUrl: picture }) };
  });
  const run = async () => {
    setSent(null);
    const reply = await desk.post.run({ communityId, campaignId });
    if (reply?.ok === true) setSent(await sendCard({ ...reply.value.card, picture }));
  };
  const openTool = () => {
    void desk.post.run({ communityId, campaignId });
    openChatTool({ title, path: campaignPath(communityId, campaignId), imageUrl: picture ?? '' }, currentWords().language);
  };
  return { sent, no, busy, run, openTool: hasChatTool ? openTool : null };
}

export function PostButton({ post }: { readonly post: Post }) {
  const { owner } = useOwnersWords();
  return canSendCards ? (
    <PrimaryButton id="post-campaign" text={owner.manage.post} busy={post.busy} onTap={() => void post.run()} />
  ) : (
    <>
      <PrimaryButton id="post-campaign" text={owner.manage.post} share />
      {post.openTool === null ? null : <QuietButton id="open-chat-tool" text={owner.manage.chatTool} onTap={post.openTool} />}
    </>
  );
}

/** What became of a post. */
export function PostOutcome({ post }: { readonly post: Post }) {
  const says = useOwnersWords().owner.manage;
  if (post.no !== null) return <NoNote no={post.no} />;
  switch (post.sent) {
    case 'posted':
      return <DoneNote id="post-done" text={says.posted} next={says.postedNext} />;
    case 'copied':
      return <DoneNote id="post-copied" text={says.copied} next={says.postedNext} />;
    case 'impossible':
      return <RefusalNote code="cannot_send" reason={says.impossible} />;
    default:
      return null;
  }
}
