// Everything that an owner has written into a draft, looked at before it is kept.
import type { InputOf } from '#core/contract';
import { parameterTexts } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { CheckedText } from '#core/rules/policy/content';
import type { ChangeContext } from '#server/app/request-context';

/** The verdicts on a draft's texts, by their paths in the input. */
export function checkDraft(draft: InputOf<'campaign.save'>['draft'], context: ChangeContext): Promise<readonly CheckedText[]> {
  const own = parameterTexts(campaignTypes[draft.type].parameters, draft.parameters);
  const texts = [{ path: 'title', text: draft.title }, { path: 'summary', text: draft.summary }, ...own];
  const named = texts.map(({ path, text }) => ({ path: `draft.${path}`, text }));
  return context.content.texts('forum', context.caller.personKey, named);
}
