// The form of a campaign: what all campaigns have, then what its type declares. Problems stand at their fields, what is typed stays and saves itself.
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { type CampaignForm, readForm } from '#app/features/campaign/campaign-form';
import { sayGives } from '#app/features/campaign/card-picture';
import { CommunityProblems, isOfCommunity } from '#app/features/campaign/community-problems.tsx';
import { draftCard } from '#app/features/campaign/draft-card';
import type { Saved } from '#app/features/campaign/draft-saving';
import type { EditorState } from '#app/features/campaign/editor-typing';
import { Basics, type Say, When, Whom } from '#app/features/campaign/form-cards.tsx';
import { FormSection } from '#app/features/campaign/form-section.tsx';
import { LiveCard } from '#app/features/campaign/live-card.tsx';
import { LiveForecast } from '#app/features/campaign/live-forecast.tsx';
import { ParameterFields } from '#app/features/campaign/parameter-fields.tsx';
import { RuleFound, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { RivalSheet } from '#app/features/campaign/rival-sheet.tsx';
import { RunningWelcome } from '#app/features/campaign/running-welcome.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { useDraftKeeping } from '#app/features/campaign/use-draft-keeping';
import { useNotice } from '#app/features/campaign/use-notice';
import { MendAbout } from '#app/features/community/mend-about.tsx';
import { go } from '#app/features/go';
import { LeaveSheet } from '#app/features/held-page.tsx';
import { NoNote, NoPage } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { desk } from '#app/features/this-desk';
import { phoneClockText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { useWideWindow } from '#app/platform/wide-window';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import type { Finding } from '#core/rules/policy/rule-ids';

const { editor } = desk;

type Home = ValueOf<'community.home'>;

interface FormProps {
  readonly state: EditorState;
  readonly form: CampaignForm;
  readonly home: Home;
}

/** What the operation rules found that no field of the form is about: of the campaign as a whole, or in the community's own words. */
function Beside({ findings }: { readonly findings: readonly Finding[] }) {
  const words = usePolicyWords();
  if (findings.length === 0) return null;
  return (
    <Card id="findings-beside" title={words.title}>
      {findings.map((finding) => (
        <RuleFound
          key={`${finding.rule} ${finding.path}`}
          found={{ rule: finding.rule, severity: finding.severity, findings: [finding] }}
          nameOf={() => null}
        />
      ))}
      {findings.some(({ path }) => path !== 'campaign') ? <MendAbout id="mend-words" /> : null}
    </Card>
  );
}

function EditorForm({ state, form, home }: FormProps) {
  const words = useOwnersWords();
  const says = words.owner.editor;
  const { declarations, problems } = state;
  const { notice, beside } = useNotice(form, declarations, home.community, state.findings, home.today);
  const say: Say = (path) => (problems[path] === undefined ? undefined : sayProblem(words, problems[path], declarations[path]));
  const found = Object.values(problems);
  const count = found.filter((problem) => !isOfCommunity(problem)).length;
  const shared = { form, say, notice, typing: editor };
  const isOwn = (path: string) => declarations[path.split('.')[0] ?? ''] !== undefined;
  return (
    <>
      <CommunityProblems problems={found} />
      <RunningWelcome type={form.type} campaigns={home.campaigns} />
      {count === 0 ? null : <RefusalNote code="problems" reason={says.problems(count)} />}
      <Beside findings={beside} />
      <Basics {...shared} />
      <FormSection
        id="give"
        title={says.give}
        summary={sayGives(words, draftCard(form, declarations, '', null))}
        isWrong={Object.keys(problems).some(isOwn)}
      >
        <ParameterFields form={form} declarations={declarations} problems={problems} notice={notice} typing={editor} today={home.today} />
      </FormSection>
      <When {...shared} today={home.today} />
      <Whom {...shared} />
    </>
  );
}

/** The form, and what it will come to: above it on a phone, beside it on a desk. */
function EditorColumns({ state, form, home }: FormProps) {
  const isWide = useWideWindow();
  return (
    <View className="editor">
      <View className="editor__aside">
        <LiveCard form={form} declarations={state.declarations} community={home.community.name} />
        {isWide ? <LiveForecast state={state} home={home} /> : null}
      </View>
      <View className="editor__form">
        <EditorForm state={state} form={form} home={home} />
      </View>
    </View>
  );
}

async function saveAndPreview(save: () => Promise<Saved>): Promise<void> {
  const saved = await save();
  const { campaignId } = editor.store.getState();
  if (saved === 'sound' && campaignId !== null) go(ownerPages.preview, { id: campaignId });
  else if (saved === 'problems') void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}

/** It is no draft any more: nothing is saved here, and it goes on where it is managed. */
function NoDraft({ no, campaignId }: { readonly no: No; readonly campaignId: string | null }) {
  const says = useOwnersWords().owner.preview;
  const manage = () => void Taro.redirectTo({ url: `${ownerPages.manage}?id=${encodeURIComponent(campaignId ?? '')}` });
  return (
    <>
      <NoNote no={no} />
      <PrimaryButton id="to-manage" text={says.toManage} onTap={manage} />
    </>
  );
}

/** What leaving does to what is written here and saved nowhere. */
function leaveEffects(says: OwnersWords['owner']['editor'], { rival, unkept }: EditorState): readonly string[] {
  if (unkept?.code === 'campaign_not_draft') return says.publishedLeaveEffect;
  return rival === null ? says.leaveEffect : says.rival.leaveEffect;
}

function EditorBody({ home }: { readonly home: Home }) {
  const { params } = useRouter();
  const { editor: says } = useOwnersWords().owner;
  const state = useStore(editor.store);
  const { communityId } = home.community;
  const { id, type, copy } = params;
  const load = useCallback(() => {
    if (copy !== undefined) void editor.copy(communityId, copy);
    else if (id !== undefined) void editor.resume(communityId, id);
    else void editor.begin(communityId, type ?? 'checkin_plan', says.startTexts);
  }, [communityId, id, type, copy, says]);
  useEffect(load, [load]);
  const asking = useDraftKeeping();
  if (state.form === null) {
    if (state.no?.code === 'campaign_not_draft') return <NoDraft no={state.no} campaignId={state.campaignId} />;
    return state.no === null ? <OwnerSkeleton /> : <NoPage no={state.no} busy={state.loading} onRetry={load} />;
  }
  return (
    <>
      <EditorColumns state={state} form={state.form} home={home} />
      <LeaveSheet asking={asking} effects={leaveEffects(says, state)} />
      <RivalSheet state={state} onSave={() => void saveAndPreview(editor.saveOver)} />
    </>
  );
}

/** What has become of the draft, which saves itself. */
function Kept() {
  const says = useOwnersWords().owner.editor;
  const { form, clean, declarations, keptAt, keeping, unkept, rival } = useStore(editor.store);
  if (form === null || (form === clean && keptAt === null)) return null;
  const sentence = () => {
    if (keeping) return says.keeping;
    if (rival !== null) return says.rival.kept;
    if (form === clean && keptAt !== null) return says.kept(phoneClockText(keptAt));
    if (unkept !== null) return says.unkept;
    return readForm(form, declarations).draft === null ? says.unread : says.keeping;
  };
  return (
    <View id="draft-kept" className="editor__kept" role="status">
      <Text>{sentence()}</Text>
    </View>
  );
}

/** The one thing to do; why it did not work stands right above it, wherever the form is scrolled to. */
function SaveAction() {
  const says = useOwnersWords().owner.editor;
  const { form, campaignId, saving, no, unkept } = useStore(editor.store);
  if (form === null) return null;
  if (unkept?.code === 'campaign_not_draft') {
    return (
      <View className="actions">
        <NoDraft no={unkept} campaignId={campaignId} />
      </View>
    );
  }
  return (
    <View className="actions">
      {no === null ? null : <NoNote no={no} />}
      <Kept />
      <PrimaryButton id="save-draft" text={says.save} busy={saving} onTap={() => void saveAndPreview(editor.save)} />
    </View>
  );
}

export function EditorScreen() {
  const says = useOwnersWords().owner.editor;
  const isReady = useStore(editor.store, ({ form }) => form !== null);
  return (
    <OwnerScreen title={says.title} who="co_owner" action={isReady ? <SaveAction /> : null}>
      {(home) => <EditorBody home={home} />}
    </OwnerScreen>
  );
}
