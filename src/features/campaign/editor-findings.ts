// The policy check while somebody types: the same rules as on the server, over what stands in the form now.
import { type CampaignForm, type Declarations, isAsked } from '#app/features/campaign/campaign-form';
import type { ValueOf } from '#core/contract';
import type { Cell, ParameterValue, Row } from '#core/rules/campaign/parameters';
import { judge } from '#core/rules/policy/judge';
import type { Finding } from '#core/rules/policy/rule-ids';
import { textFacts } from '#core/rules/policy/text-facts';
import type { BoundGroup } from '#core/tables';

type Community = ValueOf<'community.home'>['community'];

function typedParameters(form: CampaignForm, declarations: Declarations): Record<string, ParameterValue> {
  const typed: Record<string, ParameterValue> = {};
  for (const [name, field] of Object.entries(form.fields)) {
    if (!isAsked(form, declarations, name)) continue;
    typed[name] = typeof field === 'string' ? field : field.map(({ cells }): Row => ({ ...(cells as Readonly<Record<string, Cell>>) }));
  }
  return typed;
}

/** Whether a finding is about no field of the form: about the campaign as a whole, or the community's own words. */
export function isBeside(path: string): boolean {
  return path === 'campaign' || path.startsWith('community.');
}

/** The worst of some findings at each field; what is only good to know is left to the preview. */
export function worstOf(findings: readonly Finding[]): Readonly<Record<string, Finding>> {
  const worst: Record<string, Finding> = {};
  for (const finding of findings) {
    const before = worst[finding.path];
    if (finding.severity === 'info' || before?.severity === 'block') continue;
    if (before === undefined || finding.severity === 'block') worst[finding.path] = finding;
  }
  return worst;
}

/** What the rules find in a form as it is typed, the worst at each field. */
export function findingsIn(
  form: CampaignForm,
  declarations: Declarations,
  community: Community,
  groups: readonly BoundGroup[],
): Readonly<Record<string, Finding>> {
  const { title, summary, groupId } = form;
  const { licences, ...texts } = community;
  const beside = { ...texts, groups, ...(licences === undefined ? {} : { licences }) };
  const facts = textFacts({ title, summary, groupId, parameters: typedParameters(form, declarations) }, declarations, beside);
  return worstOf(judge(facts));
}
