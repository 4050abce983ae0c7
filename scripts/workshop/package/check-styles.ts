// Compiles every style sheet of a built mini-program with WeChat's own compiler, and holds it to the audit's rules for styles.
import postcss, { type Declaration, type Rule } from 'postcss';
import type { BuiltPackage, PackageComplaint } from './built-package';
import { runOfficialCompiler } from './official-compilers';

/** Complains about style sheets that wcsc cannot compile, such as for a selector that WXSS does not know or an import that is not there. */
export async function complainAboutStyles(built: BuiltPackage): Promise<PackageComplaint[]> {
  const styles = built.ending('.wxss');
  const { code, said } = await runOfficialCompiler('wcsc', ['-lc', '-db', '-pc', '0', ...styles], built.folder);
  return code === 0 ? [] : [{ file: 'wxss', what: `wcsc: ${said === '' ? 'stopped without a word' : said}` }];
}

const BASE64_BYTES_MAX = 10 * 1024;
const SAFE_AREA_PX = 68;

interface StyleRule {
  readonly says: string;
  broken(rule: Rule): boolean;
}

/** What a rule says of a property; an empty text if it says nothing. */
function settingOf(rule: Rule, property: string): string {
  const found = rule.nodes.findLast((node): node is Declaration => node.type === 'decl' && node.prop === property);
  return found?.value ?? '';
}

/** The length in px of the design, for what is written in px or in rpx; undefined for anything else. */
function pixelsOf(value: string): number | undefined {
  const found = /^(-?[\d.]+)(rpx|px)?$/.exec(value.trim());
  return found ? Number(found[1]) / (found[2] === 'rpx' ? 2 : 1) : undefined;
}

/** Whether something is fixed so near the bottom edge that a phone's own bar lies over it. */
function isUnderTheBar(rule: Rule): boolean {
  if (!/^(fixed|sticky)$/.test(settingOf(rule, 'position'))) return false;
  const bottom = pixelsOf(settingOf(rule, 'bottom'));
  const leavesRoom = rule.nodes.some((node) => node.type === 'decl' && node.value.includes('safe-area-inset-bottom'));
  return bottom !== undefined && bottom < SAFE_AREA_PX && !leavesRoom && pixelsOf(settingOf(rule, 'top')) === undefined;
}

function scrollsByItself(rule: Rule): boolean {
  return (
    /^(auto|scroll)$/.test(settingOf(rule, 'overflow-y') || settingOf(rule, 'overflow')) &&
    settingOf(rule, '-webkit-overflow-scrolling') !== 'touch'
  );
}

const styleRules: readonly StyleRule[] = [
  { says: 'answers a finger by :active, not by hover-class', broken: (rule) => rule.selector.includes(':active') },
  { says: 'lies under the bar of an iPhone: it leaves no env(safe-area-inset-bottom)', broken: isUnderTheBar },
  { says: 'scrolls without -webkit-overflow-scrolling: touch', broken: scrollsByItself },
  {
    says: `carries more than ${BASE64_BYTES_MAX / 1024} KB as base64`,
    broken: (rule) =>
      rule.nodes.some((node) => node.type === 'decl' && node.value.includes('base64') && node.value.length > BASE64_BYTES_MAX),
  },
];

/** Complains about styles that the audit takes points for: :active, fixed bottoms without a safe area, stiff scrolling, large base64. */
export function complainAboutAuditStyles(built: BuiltPackage): PackageComplaint[] {
  return built.ending('.wxss').flatMap((file) => {
    const complaints: PackageComplaint[] = [];
    postcss.parse(built.text(file)).walkRules((rule) => {
      for (const { says, broken } of styleRules) if (broken(rule)) complaints.push({ file, what: `${rule.selector} ${says}` });
    });
    return complaints;
  });
}
