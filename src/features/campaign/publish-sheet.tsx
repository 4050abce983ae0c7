// The one sheet before publishing: what is promised to whom, until when, at what cost at the most, and what cannot be taken back.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { audienceTextOf } from '#app/features/campaign/audience-form';
import { audienceSummary } from '#app/features/campaign/audience-summary';
import { sayGives } from '#app/features/campaign/card-picture';
import { fieldName } from '#app/features/campaign/field-names';
import { byRule, RuleFound, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { sayReserve } from '#app/features/campaign/say-reserve';
import { sayWorst } from '#app/features/forecast/say-worst';
import { forecaster } from '#app/features/forecast/this-forecaster';
import type { useOutlook } from '#app/features/forecast/use-outlook';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import type { ValueOf } from '#core/contract';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { worstCaseOf } from '#core/rules/forecast/worst-case';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';
import { daysBetween } from '#core/values/day';
import './publish-sheet.scss';

type Preview = ValueOf<'campaign.preview'>;
type Home = ValueOf<'community.home'>;

interface PromisedProps {
  readonly preview: Preview;
  readonly home: Home;
}

/** The rows of what is promised: each a question that an owner would ask, and its answer. */
function useRows({
  preview,
  home,
}: PromisedProps): readonly { readonly id: string; readonly label: string; readonly lines: readonly string[] }[] {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.publish;
  const { draft, card, reserve } = preview;
  const basis = useStore(forecaster.store, (state) => state.basis);
  const whom = audienceSummary(words, { groupId: draft.groupId, audience: audienceTextOf(draft.audience) }, card.groupLabel);
  const { members } = home.community;
  const reached = basis?.behaviour.reachedPercent ?? 100;
  const worst = sayWorst(words, worstCaseOf(draft as unknown as CampaignDraft));
  const days = formats.days(daysBetween(draft.startsOn, draft.endsOn) + 1);
  const kept = sayReserve(words, reserve);
  const isLater = draft.startsOn > home.today;
  return [
    {
      id: 'whom',
      label: says.whom,
      lines: [whom, reached < 100 ? says.reached(formats.people(members), reached) : says.members(formats.people(members))],
    },
    { id: 'gives', label: says.gives, lines: [sayGives(words, card)] },
    ...(kept.length === 0 ? [] : [{ id: 'kept', label: says.kept, lines: kept }]),
    {
      id: 'when',
      label: says.when,
      lines: [
        owner.editor.whenSummary(formats.span(draft.startsOn, draft.endsOn), days),
        ...(isLater ? [says.later(formats.day(draft.startsOn))] : []),
      ],
    },
    { id: 'worst', label: says.worst, lines: worst.length === 0 ? [says.nothing] : worst },
  ];
}

function Promised(props: PromisedProps) {
  const says = useOwnersWords().owner.publish;
  const rows = useRows(props);
  const gives = rows.some(({ id }) => id === 'kept');
  return (
    <>
      <View className="promised-list" id="promised-list">
        {rows.map(({ id, label, lines }) => (
          <View key={id} id={`promised-${id}`} className={`promised-list__row promised-list__row--${id}`}>
            <Text className="promised-list__label">{label}</Text>
            <View className="promised-list__lines">
              {lines.map((line) => (
                <Text key={line} className="promised-list__line">
                  {line}
                </Text>
              ))}
            </View>
          </View>
        ))}
      </View>
      <View className="effects" id="promised-for-good">
        <Text className="promised-list__head">{says.forGood}</Text>
        {[...(gives ? [says.given] : []), ...says.lasts].map((line) => (
          <View key={line} className="effects__line">
            <View className="effects__dot" />
            <Text className="effects__text">{line}</Text>
          </View>
        ))}
      </View>
    </>
  );
}

/** To the campaigns, where one can be ended. */
function toConsole(): void {
  void Taro.redirectTo({ url: ownerPages.today });
}

export interface PublishSheetProps extends PromisedProps {
  readonly open: boolean;
  readonly wait: Pick<ReturnType<typeof useOutlook>, 'waiting' | 'complete' | 'waitNoMore'>;
  /** `confirmed`: the rules whose warnings are ticked. */
  readonly onPublish: (confirmed: readonly PolicyRuleId[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Publishing waits for the forecast that is to be kept, and says so; whoever does not want to wait publishes without one. */
export function PublishSheet({ preview, home, open, wait, onPublish, onClose }: PublishSheetProps) {
  const words = useOwnersWords();
  const { owner } = words;
  const policy = usePolicyWords();
  const { busy, no } = useDeed(desk.publish);
  const { waiting, complete, waitNoMore } = wait;
  const [ticked, setTicked] = useState<readonly PolicyRuleId[]>([]);
  const tick = (rule: PolicyRuleId) =>
    setTicked((before) => (before.includes(rule) ? before.filter((one) => one !== rule) : [...before, rule]));
  const warnings = byRule(preview.findings.filter(({ severity }) => severity === 'warn'));
  const isReady = warnings.every(({ rule }) => ticked.includes(rule));
  const isLater = preview.draft.startsOn > home.today;
  const publishOnceForecast = async () => {
    if (await complete()) await onPublish(ticked);
  };
  const publishNow = () => {
    waitNoMore();
    void onPublish(ticked);
  };
  return (
    <Sheet open={open} title={owner.publish.title} onClose={onClose}>
      <Promised preview={preview} home={home} />
      {warnings.length === 0 ? null : (
        <View id="promised-warnings">
          <Text className="promised-list__head">{policy.intro.open}</Text>
          {warnings.map((found) => (
            <RuleFound
              key={found.rule}
              found={found}
              nameOf={(path) => fieldName(words, preview.draft.type, path)}
              ticked={ticked}
              onTick={tick}
            />
          ))}
        </View>
      )}
      {no === null ? null : (
        <NoNote no={no}>
          {no.code === 'too_many_open' ? <LinkButton id="open-console" text={owner.console.title} onTap={toConsole} /> : null}
        </NoNote>
      )}
      {waiting ? <Text className="quiet">{owner.forecast.waiting}</Text> : null}
      <PrimaryButton
        id="publish-confirm"
        text={isLater ? owner.publish.schedule : owner.preview.publish}
        busy={busy || waiting}
        disabled={!isReady}
        onTap={() => void publishOnceForecast()}
      />
      {waiting ? <QuietButton id="publish-now" text={owner.forecast.publishNow} onTap={publishNow} /> : null}
      <QuietButton id="publish-cancel" text={owner.publish.back} onTap={onClose} />
    </Sheet>
  );
}
