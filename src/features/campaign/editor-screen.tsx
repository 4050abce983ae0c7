// The form of a campaign: what all campaigns have, then what its type declares. Problems stand at their fields, what is typed stays.
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { AudienceFields } from '#app/features/campaign/audience-fields.tsx';
import type { CampaignForm } from '#app/features/campaign/campaign-form';
import { CommunityProblems, isOfCommunity } from '#app/features/campaign/community-problems.tsx';
import type { EditorState } from '#app/features/campaign/editor-typing';
import { Basics, type Say, When, Whom } from '#app/features/campaign/form-cards.tsx';
import { ParameterFields } from '#app/features/campaign/parameter-fields.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { useNotice } from '#app/features/campaign/use-notice';
import { go } from '#app/features/go';
import { NoNote, NoPage } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { desk } from '#app/features/this-desk';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

const { editor } = desk;

function EditorForm({
  state,
  form,
  home,
}: {
  readonly state: EditorState;
  readonly form: CampaignForm;
  readonly home: ValueOf<'community.home'>;
}) {
  const words = useWords();
  const notice = useNotice(form, state.declarations, home.community, home.today);
  const say: Say = (path) => {
    const problem = state.problems[path];
    return problem === undefined ? undefined : sayProblem(words, problem, state.declarations[path]);
  };
  const problems = Object.values(state.problems);
  const count = problems.filter((problem) => !isOfCommunity(problem)).length;
  return (
    <>
      <CommunityProblems problems={problems} />
      {count === 0 ? null : <RefusalNote code="problems" reason={words.owner.editor.problems(count)} />}
      <Basics form={form} say={say} typing={editor} notice={notice} />
      <When form={form} say={say} typing={editor} today={home.today} />
      <Whom form={form} say={say} typing={editor} />
      <AudienceFields form={form} say={say} typing={editor} />
      <Card title={words.owner.editor.give}>
        <ParameterFields
          form={form}
          declarations={state.declarations}
          problems={state.problems}
          notice={notice}
          typing={editor}
          today={home.today}
        />
      </Card>
    </>
  );
}

async function saveAndPreview(): Promise<void> {
  const saved = await editor.save();
  const { campaignId } = editor.store.getState();
  if (saved === 'sound' && campaignId !== null) go(ownerPages.preview, { id: campaignId });
  else if (saved === 'problems') void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}

function EditorBody({ home }: { readonly home: ValueOf<'community.home'> }) {
  const { params } = useRouter();
  const state = useStore(editor.store);
  const { communityId } = home.community;
  const { id, type } = params;
  const load = useCallback(() => {
    if (id === undefined) void editor.begin(communityId, type ?? 'checkin_plan');
    else void editor.resume(communityId, id);
  }, [communityId, id, type]);
  useEffect(load, [load]);
  if (state.form === null) return state.no === null ? <OwnerSkeleton /> : <NoPage no={state.no} busy={state.loading} onRetry={load} />;
  return <EditorForm state={state} form={state.form} home={home} />;
}

/** The one thing to do; why it did not work stands right above it, wherever the form is scrolled to. */
function SaveAction() {
  const says = useWords().owner.editor;
  const { form, saving, no } = useStore(editor.store);
  if (form === null) return null;
  return (
    <View className="actions">
      {no === null ? null : <NoNote no={no} />}
      <PrimaryButton id="save-draft" text={says.save} busy={saving} onTap={() => void saveAndPreview()} />
    </View>
  );
}

export function EditorScreen() {
  const says = useWords().owner.editor;
  const isReady = useStore(editor.store, ({ form }) => form !== null);
  return (
    <OwnerScreen title={says.title} who="owner" action={isReady ? <SaveAction /> : null}>
      {(home) => <EditorBody home={home} />}
    </OwnerScreen>
  );
}
