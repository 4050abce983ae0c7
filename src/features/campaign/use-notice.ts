// What stands beside the fields of a campaign's form while somebody types: the same rules as on the server, over what is there now.
import { useEffect, useState } from 'react';
import type { CampaignForm, Declarations, FieldProblem } from '#app/features/campaign/campaign-form';
import { findingsIn } from '#app/features/campaign/editor-findings';
import { typedProblems } from '#app/features/campaign/editor-problems';
import type { Notice } from '#app/features/campaign/parameter-fields.tsx';
import { usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { sayAdvice } from '#app/i18n/policy-words';
import { useWords } from '#app/i18n/use-words';
import type { ValueOf } from '#core/contract';
import type { ColumnDeclaration, ParameterDeclaration } from '#core/rules/campaign/parameters';
import type { Finding } from '#core/rules/policy/rule-ids';

/** How long typing has to rest before it is judged, in milliseconds. */
const REST_MS = 300;

/** Groups before they have come: one and the same, so that nothing is judged again for it. */
const noGroups: ValueOf<'community.groups'>['groups'] = [];

/** How the field at a path is declared: a parameter, or a column of one. */
function declarationAt(declarations: Declarations, path: string): ParameterDeclaration | ColumnDeclaration | undefined {
  const [name = '', , column] = path.split('.');
  const declaration = declarations[name];
  return column !== undefined && declaration?.kind === 'rows' ? declaration.columns[column] : declaration;
}

/** Everything that the rules say of a form as it is typed. */
interface Judged {
  readonly findings: Readonly<Record<string, Finding>>;
  readonly problems: Readonly<Record<string, FieldProblem>>;
}

/**
 * What is to be said beside each field once typing rests: what cannot be published as it stands, then what the operation rules find.
 * `openOn` is the first day on which anybody can take part, where it is not the first of the campaign.
 */
export function useNotice(
  form: CampaignForm,
  declarations: Declarations,
  community: ValueOf<'community.home'>['community'],
  openOn?: string,
): Notice {
  const words = useWords();
  const policy = usePolicyWords();
  const groups = useResource(desk.groups).value?.groups ?? noGroups;
  const [{ findings, problems }, setJudged] = useState<Judged>({ findings: {}, problems: {} });
  useEffect(() => {
    const judge = () =>
      setJudged({
        findings: findingsIn(form, declarations, community, groups),
        problems: typedProblems(form, declarations, openOn),
      });
    const timer = setTimeout(judge, REST_MS);
    return () => clearTimeout(timer);
  }, [form, declarations, community, groups, openOn]);
  return (path) => {
    const [problem, finding] = [problems[path], findings[path]];
    if (problem !== undefined) return { text: sayProblem(words, problem, declarationAt(declarations, path)), isGrave: true };
    return finding === undefined ? undefined : { text: sayAdvice(policy, finding), isGrave: finding.severity === 'block' };
  };
}
