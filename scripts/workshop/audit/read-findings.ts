// Reads what `npm audit --json` has printed.

/** One advisory about one package, and where that lies. */
export interface Finding {
  readonly package: string;
  readonly advisory: string;
  readonly severity: string;
  readonly title: string;
  /** Which versions it is about. */
  readonly range: string;
  readonly folders: readonly string[];
}

/** What npm found, or why it found nothing out. */
export type AuditReport = { readonly findings: readonly Finding[] } | { readonly unanswered: string };

interface RawAdvisory {
  readonly name?: string;
  readonly url?: string;
  readonly source?: number;
  readonly severity?: string;
  readonly title?: string;
  readonly range?: string;
}
interface RawReport {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly via: readonly (string | RawAdvisory)[]; readonly nodes: readonly string[] }>
  >;
}

function nameOf({ url, source }: RawAdvisory): string {
  return /GHSA(-[a-z0-9]{4}){3}/.exec(url ?? '')?.[0] ?? String(source ?? 'unnamed');
}

/** Reads a report; a package that is only said to contain another with a finding is left out: that one is there itself. */
export function readFindings(output: string): AuditReport {
  let report: RawReport;
  try {
    report = JSON.parse(output);
  } catch {
    return { unanswered: output.trim().split('\n', 1)[0] || 'npm said nothing' };
  }
  if (report.vulnerabilities === undefined) return { unanswered: report.message || report.error?.summary || 'npm gave no report' };
  const findings = Object.entries(report.vulnerabilities).flatMap(([name, { via, nodes }]) =>
    via.flatMap((advisory) =>
      typeof advisory === 'string'
        ? []
        : [
            {
              package: advisory.name ?? name,
              advisory: nameOf(advisory),
              severity: advisory.severity ?? 'unknown',
              title: advisory.title ?? '',
              range: advisory.range ?? '',
              folders: nodes,
            },
          ],
    ),
  );
  return { findings };
}
