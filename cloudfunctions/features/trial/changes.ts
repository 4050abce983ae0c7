// A member's side of a trial: applying, reporting, and that the reports of others were read.

import { type Refusal, refuse } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import { runsTheDesk } from '#core/rules/community/roles';
import { keepEntry } from '#core/rules/content/keep-entry';
import { type Decision, done, refused } from '#core/rules/decision';
import { contentRefusal } from '#core/rules/policy/content';
import { type Applied, decideApply } from '#core/rules/trial/apply';
import { decideTrialReport, type Reported } from '#core/rules/trial/report';
import { APPLY_SLOT, partIn, REPORT_SLOT } from '#core/rules/trial/trial';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';

interface Prepared {
  readonly passed: boolean;
}

const noCampaign = () => refused(refuse('not_found', { what: 'campaign' }));

/** Lets what was written be looked at before the decision. */
async function check(
  { text }: { readonly text: string },
  context: ChangeContext,
): Promise<Prepared | { refusal: Refusal<'content_refused' | 'user_content_off'> }> {
  if (!context.userContent) return { refusal: refuse('user_content_off', {}) };
  const checked = await context.content.texts('comment', context.caller.personKey, [{ path: 'text', text }]);
  const refusal = contentRefusal(checked);
  return refusal === null ? { passed: checked.every(({ verdict }) => verdict.result === 'pass') } : { refusal };
}

function trialIn(workspace: Workspace, campaignId: string): CampaignDocument | null {
  const campaign = workspace.find('campaign', campaignId);
  return campaign !== null && campaign.state !== 'draft' && campaign.type === 'trial' ? campaign : null;
}

/** Applies with a short answer; where the first are chosen, a place that is left is given at once. */
export const apply = change<'trial.apply'>()({
  prepare: check,
  documents({ communityId, campaignId }, { caller }) {
    return [
      makeId(communityId, 'campaign', campaignId),
      makeId(communityId, 'stock', campaignId),
      makeId(communityId, 'entry', campaignId, caller.memberId, APPLY_SLOT),
      makeId(communityId, 'application', campaignId, caller.memberId),
      makeId(communityId, 'coupon', campaignId, caller.memberId, '1'),
    ];
  },
  decide({ campaignId, text }, workspace, context, { passed }: Prepared): Decision<Applied> {
    const campaign = trialIn(workspace, campaignId);
    if (campaign === null) return noCampaign();
    const member = workspace.get('member', context.caller.memberId);
    return decideApply({
      community: workspace.get('community'),
      campaign,
      stock: workspace.get('stock', campaignId),
      member,
      text,
      passed,
      earlier: workspace.find('entry', campaignId, member.memberId, APPLY_SLOT),
      at: context.now,
      numberOf: context.codes.couponNumber,
    });
  },
  aside: (_input, workspace, context, step: Applied) => keepEntry(workspace, step, context.now),
  reply: ({ state, selected }) => ({ state, selected }),
});

/** Says how it was. */
export const report = change<'trial.report'>()({
  prepare: check,
  documents: ({ communityId, campaignId }, { caller }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'entry', campaignId, caller.memberId, REPORT_SLOT),
  ],
  decide({ campaignId, text, stars }, workspace, context, { passed }: Prepared): Decision<Reported> {
    const campaign = trialIn(workspace, campaignId);
    if (campaign === null) return noCampaign();
    const member = workspace.get('member', context.caller.memberId);
    return decideTrialReport({
      community: workspace.get('community'),
      campaign,
      member,
      text,
      stars,
      passed,
      earlier: workspace.find('entry', campaignId, member.memberId, REPORT_SLOT),
      at: context.now,
    });
  },
  aside: (_input, workspace, context, step: Reported) => keepEntry(workspace, step, context.now),
  reply: ({ state, late }) => ({ state, late }),
});

/** Notes that the reports were opened: once per member, and neither of the testers nor of the owner, who would not come of it. */
export const read = change<'trial.read'>()({
  documents: ({ communityId, campaignId }) => [makeId(communityId, 'campaign', campaignId)],
  decide({ campaignId }, workspace, { caller }): Decision<Record<never, never>> {
    if (trialIn(workspace, campaignId) === null) return noCampaign();
    const member = workspace.get('member', caller.memberId);
    const part = partIn(member, campaignId);
    if (part.readOn !== null || part.outcome === 'selected' || runsTheDesk(member.role)) return done({}, []);
    return done({}, [{ kind: 'trial_read', campaignId }]);
  },
  reply: () => ({}),
});
