// My data: what is used and why, all of it as a file, and leaving for good.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import { go, pages } from '#app/features/go';
import { myData } from '#app/features/membership/this-membership';
import { NoNote } from '#app/features/no-view.tsx';
import { recallScans } from '#app/features/redemption/kept-scans';
import { useWords } from '#app/i18n/use-words';
import { copyText, handOverFile } from '#app/platform/hand-over';
import { recall, remember } from '#app/platform/storage';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

/** Handing over what has been gathered. */
function HandOver({ text, count }: { readonly text: string; readonly count: number }) {
  const say = useWords().member.privacy.data;
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  const save = async () => {
    const ok = await handOverFile(say.file, text, 'application/json');
    setSaid({ ok, text: ok ? say.saved : say.notHandedOver });
  };
  const copy = async () => {
    const ok = await copyText(text);
    setSaid({ ok, text: ok ? say.copied : say.notCopied });
  };
  return (
    <>
      <Text id="export-ready">{say.ready(count)}</Text>
      {said === null ? null : said.ok ? <DoneNote id="export-done" text={said.text} /> : <RefusalNote code="export" reason={said.text} />}
      <QuietButton id="export-save" text={say.save} onTap={() => void save()} />
      <LinkButton id="export-copy" text={say.copy} onTap={() => void copy()} />
    </>
  );
}

function Export({ communityId }: { readonly communityId: string }) {
  const say = useWords().member.privacy.data;
  const { gathering, gathered, text, no, erasing } = useStore(myData.store);
  if (text !== null) return <HandOver text={text} count={gathered} />;
  return (
    <>
      {gathering ? (
        <Text id="export-progress" className="quiet tabular">
          {say.gathering(gathered)}
        </Text>
      ) : null}
      {no === null || erasing ? null : <NoNote no={no} />}
      <QuietButton id="export" text={say.export} busy={gathering} onTap={() => void myData.gather(communityId)} />
    </>
  );
}

function Erase({ communityId }: { readonly communityId: string }) {
  const say = useWords().member.privacy.erase;
  const { erasing, no } = useStore(myData.store);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  // Read when the sheet opens: what a counter has noted is kept by the phone.
  const waiting = open ? recallScans({ recall, remember }).waiting.length : 0;
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  return (
    <>
      <LinkButton id="open-erase" text={say.open} onTap={() => setOpen(true)} />
      <ConfirmSheet
        id="erase"
        open={open}
        title={say.title}
        effects={[...(waiting === 0 ? [] : [say.waiting(waiting)]), ...say.goes, say.stays]}
        confirmText={say.confirm}
        cancelText={say.cancel}
        busy={erasing}
        disabled={typed.trim().toLowerCase() !== say.word}
        onConfirm={() => void myData.erase(communityId)}
        onClose={close}
      >
        <Field id="erase-typed" label={say.typed(say.word)} value={typed} onChange={setTyped} lengthMax={10} />
        {no === null ? null : <NoNote no={no} />}
      </ConfirmSheet>
    </>
  );
}

export function MyDataCard({ home }: { readonly home: Home }) {
  const { data, erase } = useWords().member.privacy;
  const { communityId } = home.community;
  return (
    <Card>
      <LinkRow id="open-privacy" label={data.link} onTap={() => go(pages.privacy)} />
      <Export communityId={communityId} />
      {home.me.role === 'owner' ? <Text className="quiet">{erase.owner}</Text> : <Erase communityId={communityId} />}
    </Card>
  );
}

/** The same facts for somebody of whom there is nothing to export. */
export function PrivacyCard() {
  const { data } = useWords().member.privacy;
  return (
    <Card list>
      <LinkRow id="open-privacy" label={data.link} onTap={() => go(pages.privacy)} />
    </Card>
  );
}

/** What is said once nothing is left. */
export function Erased() {
  const say = useWords().member.privacy.erase;
  return <DoneNote id="erased" text={say.done} next={say.doneNext} />;
}
