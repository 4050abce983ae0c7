// A published campaign is made better: each field says which way it may still go, and what would be worse is said at its field.
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import type { CampaignForm } from '#app/features/campaign/campaign-form';
import type { Improved } from '#app/features/campaign/create-improving';
import { wayOf } from '#app/features/campaign/editor-problems';
import type { EditorState, Published } from '#app/features/campaign/editor-typing';
import { Basics, type Say, When, Whom } from '#app/features/campaign/form-cards.tsx';
import type { Stakes } from '#app/features/campaign/improvement-stakes';
import { ParameterFields } from '#app/features/campaign/parameter-fields.tsx';
import { RuleFound, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { sayReserve } from '#app/features/campaign/say-reserve';
import { useNotice } from '#app/features/campaign/use-notice';
import { sayWorst } from '#app/features/forecast/say-worst';
import { NoNote, NoPage } from '#app/features/no-view.tsx';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';

const { improving } = desk;

type Home = ValueOf<'community.home'>;

interface FormProps {
  readonly state: EditorState;
  readonly form: CampaignForm;
  readonly published: Published;
  readonly home: Home;
}

function ImproveForm({ state, form, published, home }: FormProps) {
  const words = useOwnersWords();
  const { today } = home;
  const ways = (path: string) => wayOf(published.draft, path, today);
  const { notice } = useNotice(form, state.declarations, home.community, state.findings);
  const say: Say = (path) => {
    const problem = state.problems[path];
    return problem === undefined ? undefined : sayProblem(words, problem, state.declarations[path]);
  };
  const shared = { form, say, notice, typing: improving, ways };
  return (
    <>
      <Basics {...shared} />
      <When {...shared} today={today} />
      <Whom {...shared} asksMore={published.draft.audience !== undefined} />
      <Card title={words.owner.editor.give}>
        <ParameterFields
          form={form}
          declarations={state.declarations}
          problems={state.problems}
          notice={notice}
          typing={improving}
          today={today}
          published={{ draft: published.draft, ways }}
        />
      </Card>
    </>
  );
}

/** The rules of operation that stand in the way: those that warn can be ticked. */
function Unlawful({ no, ticked, onTick }: Ticking & { readonly no: No | null }) {
  const policy = usePolicyWords();
  if (no === null || (no.code !== 'policy_blocked' && no.code !== 'policy_unconfirmed')) return null;
  const severity = no.code === 'policy_blocked' ? 'block' : 'warn';
  return (
    <Card id="findings" title={policy.title}>
      {no.data.rules.map((rule) => (
        <RuleFound key={rule} found={{ rule, severity, findings: [] }} nameOf={() => null} ticked={ticked} onTick={onTick} />
      ))}
    </Card>
  );
}

/** What has become of it: the version, and what was set aside on top. */
function outcomeOf(
  { owner, member, formats }: OwnersWords,
  { version, isNew, coupons, points }: Improved,
): { text: string; next?: string } {
  const says = owner.promises.improve;
  if (!isNew) return { text: says.same };
  const more = [...(coupons > 0 ? [formats.coupons(coupons)] : []), ...(points > 0 ? [formats.points(points)] : [])];
  return { text: says.done(version), ...(more.length === 0 ? {} : { next: says.reserved(more.join(member.promise.rules.comma)) }) };
}

interface Ticking {
  readonly ticked: readonly PolicyRuleId[];
  readonly onTick: (rule: PolicyRuleId) => void;
}

/** What saving does: what more is set aside, what it may cost at the most before and after, what it leaves as it was, and that it stays. */
function effectsOf(words: OwnersWords, { more, before, after, named }: Stakes): readonly string[] {
  const says = words.owner.promises.improve;
  const { comma } = words.member.promise.rules;
  const [was, is] = [before, after].map((worst) => sayWorst(words, worst).join(comma)) as [string, string];
  const cost = was === is ? says.worstSame(is) : says.worst(was, is);
  const reserved = sayReserve(words, more);
  return [
    ...(reserved.length === 0 ? [] : [says.reserved(reserved.join(comma))]),
    ...(is === '' ? [] : [cost]),
    ...(named.length === 0 ? [] : [says.named(named.map(says.quote).join(comma))]),
    says.forGood,
  ];
}

/** The one thing to do, with what came of it right above, wherever the form is scrolled to; what cannot be taken back is asked about first. */
function SaveAction({ ticked }: Pick<Ticking, 'ticked'>) {
  const words = useOwnersWords();
  const says = words.owner.promises.improve;
  const { form, saving, no } = useStore(improving.store);
  const today = useResource(phone.home).value?.today;
  const [stakes, setStakes] = useState<Stakes | null>(null);
  const [done, setDone] = useState<{ readonly of: CampaignForm | null; readonly improved: Improved } | null>(null);
  if (form === null || today === undefined) return null;
  const save = async () => {
    const improved = await improving.improve(today, ticked);
    setStakes(null);
    setDone(improved === null ? null : { of: improving.store.getState().form, improved });
    if (improved === null) return void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
    void desk.today.refresh();
    void phone.home.refresh();
  };
  const ask = () => {
    const found = improving.stakes(today);
    setStakes(found);
    if (found === null) void save();
  };
  // What was done is said until something else is typed.
  const shown = done !== null && done.of === form && no === null ? outcomeOf(words, done.improved) : null;
  return (
    <>
      <View className="actions">
        {no === null ? null : <NoNote no={no} />}
        {shown === null ? null : <DoneNote id="improve-done" text={shown.text} next={shown.next} />}
        <PrimaryButton id="save-improvement" text={says.save} busy={saving} onTap={ask} />
      </View>
      <ConfirmSheet
        id="improve"
        open={stakes !== null}
        title={says.ask}
        effects={stakes === null ? [] : effectsOf(words, stakes)}
        confirmText={says.save}
        cancelText={words.owner.publish.back}
        busy={saving}
        onConfirm={() => void save()}
        onClose={() => setStakes(null)}
      />
    </>
  );
}

function ImproveBody({ home, ...ticking }: Ticking & { readonly home: Home }) {
  const { params } = useRouter();
  const says = useOwnersWords().owner.promises.improve;
  const state = useStore(improving.store);
  const { communityId } = home.community;
  const campaignId = params.id ?? '';
  const load = useCallback(() => void improving.look(communityId, campaignId), [communityId, campaignId]);
  useEffect(load, [load]);
  const { form, published, no } = state;
  if (form === null || published === null) {
    return no === null ? <OwnerSkeleton /> : <NoPage no={no} busy={state.loading} onRetry={load} />;
  }
  return (
    <>
      <Text className="quiet">{says.intro}</Text>
      <Unlawful no={no} {...ticking} />
      <ImproveForm state={state} form={form} published={published} home={home} />
    </>
  );
}

export function ImproveScreen() {
  const says = useOwnersWords().owner.promises.improve;
  const isReady = useStore(improving.store, ({ published }) => published !== null);
  const [ticked, setTicked] = useState<readonly PolicyRuleId[]>([]);
  const tick = (rule: PolicyRuleId) =>
    setTicked((before) => (before.includes(rule) ? before.filter((one) => one !== rule) : [...before, rule]));
  return (
    <OwnerScreen title={says.title} who="co_owner" action={isReady ? <SaveAction ticked={ticked} /> : null}>
      {(home) => <ImproveBody home={home} ticked={ticked} onTick={tick} />}
    </OwnerScreen>
  );
}
