// The steps of a campaign's life, each asked for with what it does to whom: pausing, resuming, ending.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { EndHolders } from '#app/features/promise/end-holders.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

/** What can be done to a campaign that is open. */
export type LifeStep = 'pause' | 'resume' | 'end';

/** What has become of a step. */
export interface LifeDone {
  readonly text: string;
  readonly next?: string;
}

/** What ending a campaign gave back and what stays with members; empty when neither is anything. */
function sayReleased({ owner, formats }: OwnersWords, released: ValueOf<'campaign.end'>): string {
  const says = owner.manage;
  const { pointsReleased, couponsReleased, goodsReleased, couponsHeld } = released;
  const points = pointsReleased === 0 ? null : formats.points(pointsReleased);
  const coupons = couponsReleased === 0 ? null : formats.coupons(couponsReleased);
  const goods = goodsReleased === 0 ? null : formats.count(goodsReleased);
  const back = points === null && coupons === null && goods === null ? '' : says.givenBack(points, coupons, goods);
  return `${back}${couponsHeld === 0 ? '' : says.stillHeld(formats.coupons(couponsHeld))}`;
}

/** The steps of a campaign: which is asked about, and what came of the last. */
export function useLife() {
  const [step, ask] = useState<LifeStep | null>(null);
  const [done, setDone] = useState<LifeDone | null>(null);
  return { step, ask, done, setDone };
}

export type Life = ReturnType<typeof useLife>;

/** What came of the last step. */
export function LifeOutcome({ life: { done } }: { readonly life: Life }) {
  return done === null ? null : <DoneNote id="life-done" text={done.text} next={done.next} />;
}

/** What stops a campaign, at the end of its page. */
export function LifeButtons({ campaign, life }: { readonly campaign: OwnerCampaign; readonly life: Life }) {
  const says = useOwnersWords().owner.manage;
  const { state } = campaign.card;
  if (state !== 'live' && state !== 'paused') return null;
  return (
    <Card id="life" title={says.lifeTitle}>
      <Text className="quiet">{says.lifeHint}</Text>
      <View className="life">
        {state === 'live' ? <QuietButton id="pause-campaign" text={says.pause} onTap={() => life.ask('pause')} /> : null}
        <QuietButton id="end-campaign" text={says.end} onTap={() => life.ask('end')} />
      </View>
    </Card>
  );
}

interface LifeProps {
  readonly campaign: OwnerCampaign;
  readonly communityId: string;
  readonly life: Life;
}

/** The sheets that ask. */
export function LifeSheets({ campaign, communityId, life: { step, ask, setDone } }: LifeProps) {
  const words = useOwnersWords();
  const { owner, season } = words;
  const says = owner.manage;
  const pause = useDeed(desk.pause);
  const resume = useDeed(desk.resume);
  const end = useDeed(desk.end);
  const { campaignId, type } = campaign.card;
  const input = { communityId, campaignId };
  const close = () => {
    ask(null);
    for (const deed of [desk.pause, desk.resume, desk.end]) deed.dismiss();
  };
  const finish = (outcome: LifeDone) => {
    ask(null);
    setDone(outcome);
    void desk.today.refresh();
    void phone.home.refresh();
  };
  const doPause = async () => {
    if ((await desk.pause.run(input))?.ok === true) finish({ text: says.paused });
  };
  const doResume = async () => {
    if ((await desk.resume.run(input))?.ok === true) finish({ text: says.resumed });
  };
  const doEnd = async () => {
    const reply = await desk.end.run(input);
    if (reply?.ok !== true) return;
    const next = sayReleased(words, reply.value);
    finish({ text: says.ended, ...(next === '' ? {} : { next }) });
  };
  const endEffects = type === 'season_prize' ? [...says.endEffect, season.endEffect] : says.endEffect;
  const sheets = [
    { step: 'pause', title: says.pauseTitle, effects: says.pauseEffect, confirm: says.pause, state: pause, run: doPause },
    { step: 'resume', title: says.resumeTitle, effects: says.resumeEffect, confirm: says.resume, state: resume, run: doResume },
    { step: 'end', title: says.endTitle, effects: endEffects, confirm: says.end, state: end, run: doEnd },
  ] as const;
  return sheets.map((sheet) => (
    <ConfirmSheet
      key={sheet.step}
      id={`sheet-${sheet.step}`}
      open={step === sheet.step}
      title={sheet.title}
      effects={sheet.effects}
      confirmText={sheet.confirm}
      cancelText={owner.shared.cancel}
      busy={sheet.state.busy}
      onConfirm={() => void sheet.run()}
      onClose={close}
    >
      {sheet.step === 'end' ? <EndHolders {...input} type={type} open={step === 'end'} /> : null}
      {sheet.state.no === null ? null : <NoNote no={sheet.state.no} />}
    </ConfirmSheet>
  ));
}
