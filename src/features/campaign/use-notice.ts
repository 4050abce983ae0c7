// What stands beside the fields of a campaign's form while somebody types: the same rules as on the server, over what is there now.
import { useEffect, useState } from 'react';
import type { CampaignForm, Declarations, FieldProblem } from '#app/features/campaign/campaign-form';
import { findingsIn, isBeside, worstOf } from '#app/features/campaign/editor-findings';
import { typedProblems } from '#app/features/campaign/editor-problems';
import type { Notice } from '#app/features/campaign/parameter-fields.tsx';
import { sayGround, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { sayAdvice } from '#app/i18n/owner/policy-words';
import { useOwnersWords } from '#app/i18n/use-owners-words';
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

/** What a form is told. */
export interface Judgement {
  readonly notice: Notice;
  /** What was found beside all fields: of the campaign as a whole, or in the community's own words. */
  readonly beside: readonly Finding[];
  /** Whether nothing keeps it from being published but what only the server knows. */
  readonly isSound: boolean;
}

/** Everything that the rules say of a form as it is typed. */
interface Judged {
  readonly findings: Readonly<Record<string, Finding>>;
  readonly problems: Readonly<Record<string, FieldProblem>>;
}

/**
 * What is to be said beside each field once typing rests: what cannot be published as it stands, then what the operation rules find.
 * `saved` is what the server found in what was saved last; `openOn` is the first day on which anybody can take part, where it is not the first of the campaign.
 */
export function useNotice(
  form: CampaignForm,
  declarations: Declarations,
  community: ValueOf<'community.home'>['community'],
  saved: readonly Finding[],
  openOn?: string,
): Judgement {
  const words = useOwnersWords();
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
  // What was found in the saved draft holds where nothing is found in what is typed.
  const known = { ...worstOf(saved), ...findings };
  const notice: Notice = (path) => {
    const [problem, finding] = [problems[path], known[path]];
    if (problem !== undefined) return { text: sayProblem(words, problem, declarationAt(declarations, path)), isGrave: true };
    if (finding === undefined) return undefined;
    return { text: sayAdvice(policy, finding), isGrave: finding.severity === 'block', basis: sayGround(policy, finding.rule) };
  };
  return { notice, beside: Object.values(known).filter(({ path }) => isBeside(path)), isSound: Object.keys(problems).length === 0 };
}
