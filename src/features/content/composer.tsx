// Writing a few sentences: what is typed stays until it has been taken, whatever comes back.
import { useEffect, useState } from 'react';
import type { No } from '#app/features/call';
import { contentDeeds } from '#app/features/content/content-deeds';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useUnsent } from '#app/features/unsent';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

/** The longest text, as the server takes it. */
const TEXT_MAX = 300;

export interface ComposerProps {
  readonly campaignId: string;
  readonly label: string;
  /** What stands there already, to be changed. */
  readonly before: string;
  readonly question?: { readonly memberId: string; readonly slot: string };
  readonly onWritten: () => void;
}

export function Composer({ campaignId, label, before, question, onWritten }: ComposerProps) {
  const { talk } = useWords().content;
  const { busy } = useDeed(contentDeeds.post);
  const place = question === undefined ? campaignId : `${campaignId}.${question.memberId}.${question.slot}`;
  const [typed, setTyped] = useUnsent(`text.${place}`);
  const [no, setNo] = useState<No | null>(null);
  const [done, setDone] = useState<'shown' | 'waiting' | null>(null);
  const text = typed ?? before;
  // Taken back: what was said of it holds no longer.
  useEffect(() => {
    if (before === '') setDone(null);
  }, [before]);
  const send = async () => {
    setNo(null);
    setDone(null);
    // One paragraph: a new line is a space to the server.
    const input = { communityId: phone.communities.current(), campaignId, text: text.replace(/\s+/g, ' ').trim() };
    const reply = await contentDeeds.post.run(question === undefined ? input : { ...input, question });
    if (reply === null) return;
    if (!reply.ok) return setNo(reply as No);
    setTyped(null);
    setDone(reply.value.state);
    onWritten();
    void phone.home.refresh();
  };
  return (
    <>
      <TextArea
        id="text"
        label={label}
        value={text}
        lengthMax={TEXT_MAX}
        counted={talk.length(text.length, TEXT_MAX)}
        onChange={setTyped}
      />
      {no === null ? null : <NoNote no={no} />}
      {done === null ? null : <DoneNote id={`text-${done}`} text={talk[done]} />}
      <PrimaryButton id="text-send" text={talk.send} busy={busy} disabled={text.trim() === ''} onTap={() => void send()} />
    </>
  );
}
