// The checks of a built mini-program, in the order in which they run.
import type { BuiltPackage, PackageComplaint } from './built-package';
import {
  complainAboutCompilation,
  complainAboutQuality,
  complainAboutReview,
  complainAboutSchemas,
  complainAboutSitemap,
} from './check-configuration';
import {
  complainAboutAllowances,
  complainAboutLateMethods,
  complainAboutLookbehind,
  complainAboutMadeFunctions,
  complainAboutNames,
  complainAboutSyntax,
} from './check-scripts';
import { complainAboutPreloads, complainAboutSizes } from './check-sizes';
import { complainAboutAuditStyles, complainAboutStyles } from './check-styles';
import { complainAboutReferences, complainAboutTemplates } from './check-templates';

/** One check: what it says when it holds, and what is wrong when it does not. */
export interface PackageCheck {
  readonly says: string;
  complain(built: BuiltPackage): PackageComplaint[] | Promise<PackageComplaint[]>;
}

/** Every check. */
export const packageChecks: readonly PackageCheck[] = [
  { says: 'every setting is one that WeChat knows', complain: complainAboutSchemas },
  { says: 'app.json asks for nothing that a reviewer would ask about', complain: complainAboutReview },
  { says: "WeChat's search sees the welcome page only", complain: complainAboutSitemap },
  { says: 'miniprogram-ci compiles it as an upload would', complain: complainAboutCompilation },
  { says: 'the code-quality panel of DevTools has nothing to say', complain: complainAboutQuality },
  { says: 'wcc compiles every template', complain: complainAboutTemplates },
  { says: 'every template and component that is named is there', complain: complainAboutReferences },
  { says: 'wcsc compiles every style sheet', complain: complainAboutStyles },
  { says: 'no style costs points in the audit', complain: complainAboutAuditStyles },
  { says: 'every script is ES2018', complain: complainAboutSyntax },
  { says: 'no regular expression looks behind', complain: complainAboutLookbehind },
  { says: 'no script calls a method that an older engine lacks', complain: complainAboutLateMethods },
  { says: 'no script uses a name that WeChat does not give', complain: complainAboutNames },
  { says: 'every allowance for such a name is needed', complain: complainAboutAllowances },
  { says: 'no script makes functions of texts', complain: complainAboutMadeFunctions },
  { says: 'every package is within 2 MB and all are within 30 MB', complain: complainAboutSizes },
  { says: 'what is preloaded is there and within 2 MB', complain: complainAboutPreloads },
];
