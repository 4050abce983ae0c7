// Changing a campaign that runs: its rules for the better, and when its owner is warned that little is left.
import { refuse } from '#core/refusals';
import { decideImprove } from '#core/rules/campaign/improve';
import { decideWarnAt } from '#core/rules/campaign/lifecycle';
import { calendarOf } from '#core/rules/community/calendar';
import { refused } from '#core/rules/decision';
import type { CheckedText } from '#core/rules/policy/content';
import { factsOf } from '#core/rules/policy/facts-of';
import { judge } from '#core/rules/policy/judge';
import type { Finding } from '#core/rules/policy/rule-ids';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change } from '#server/app/request-context';
import { checkDraft } from '#server/features/campaign/check-draft';

const noCampaign = () => refused(refuse('not_found', { what: 'campaign' }));

/** Makes a running campaign better; what is promised more is set aside in the same step. */
export const improve = change<'campaign.improve'>()({
  prepare: async ({ draft }, context) => ({ checked: await checkDraft(draft, context) }),
  documents: ({ communityId, campaignId }) => [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'stock', campaignId)],
  decide({ campaignId, draft, confirmed = [] }, workspace, context, { checked }: { checked: readonly CheckedText[] }) {
    const campaign = workspace.find('campaign', campaignId);
    if (campaign === null) return noCampaign();
    const community = workspace.get('community');
    const stood = judge(factsOf(campaign, community));
    const isNew = (finding: Finding) =>
      !stood.some(({ rule, path, about }) => rule === finding.rule && path === finding.path && about === finding.about);
    const policy = { findings: judge(factsOf(draft, community)).filter(isNew), confirmed };
    return decideImprove({ campaign, community, draft, checked, policy, today: dayOf(context.now, calendarOf(community)) });
  },
  reply: (value) => value,
});

/** Says at which share left the owner is warned. */
export const warnAt = change<'campaign.warnAt'>()({
  documents: ({ communityId, campaignId }) => [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'stock', campaignId)],
  decide({ campaignId, percent }, workspace) {
    const campaign = workspace.find('campaign', campaignId);
    return campaign === null ? noCampaign() : decideWarnAt(campaign, percent);
  },
  reply: () => ({}),
});
