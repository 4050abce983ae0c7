// Compares what npm found with what has been judged: everything is either gone, or excused in words that still hold.
import type { Day } from '#core/values/day';
import type { AuditException, AuditedTools } from '../../../config/dependency-audit';
import type { Finding } from './read-findings';

/** What has been judged, see config/dependency-audit.ts. */
export interface Judged {
  readonly tools: AuditedTools;
  readonly exceptions: readonly AuditException[];
}

/** What came of the comparison. */
export interface Judgement {
  /** Findings in what people reach, and findings in tools only. */
  readonly reached: readonly Finding[];
  readonly inTools: readonly Finding[];
  /** What has to be done, a line each; empty where everything is judged. */
  readonly problems: readonly string[];
}

const isAbout = (exception: AuditException, finding: Finding) =>
  exception.package === finding.package && exception.advisory === finding.advisory;

/** Judges. `reached` are the folders of packages that people may reach something of. */
export function judgeFindings(findings: readonly Finding[], reached: ReadonlySet<string>, judged: Judged, today: Day): Judgement {
  const { tools, exceptions } = judged;
  const isReached = (finding: Finding) => finding.folders.some((folder) => reached.has(folder));
  const reachedFindings = findings.filter(isReached);
  const inTools = findings.filter((finding) => !isReached(finding));
  const unexcused = reachedFindings.filter((finding) => !exceptions.some((exception) => isAbout(exception, finding)));
  const unneeded = exceptions.filter((exception) => !reachedFindings.some((finding) => isAbout(exception, finding)));
  const expired = exceptions.filter((exception) => exception.lookAgainOn < today && !unneeded.includes(exception));
  return {
    reached: reachedFindings,
    inTools,
    problems: [
      ...unexcused.map(
        (finding) =>
          `${finding.package} ${finding.range}: ${finding.title} (${finding.advisory}, ${finding.severity}) at ${finding.folders.join(', ')}. Update it, or say why it does not reach people.`,
      ),
      ...expired.map(
        ({ package: name, advisory, lookAgainOn }) => `${name} ${advisory}: the exception held until ${lookAgainOn}. Look again.`,
      ),
      ...unneeded.map(({ package: name, advisory }) => `${name} ${advisory}: nothing of this is found any more. Remove the exception.`),
      ...(inTools.length > 0 && tools.lookAgainOn < today ? [`The tools were excused until ${tools.lookAgainOn}. Look again.`] : []),
    ],
  };
}
