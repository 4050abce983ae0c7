// Lets the official miniprogram-ci compile and judge a built mini-program, and looks at its settings as a reviewer would.
import type { AppConfiguration, BuiltPackage, PackageComplaint } from './built-package';
import { validateOfficially, withOfficialProject } from './official-tool';

/** Whether a file is one of the components that Taro puts into every independent subpackage, used there or not. */
function isSpare({ configuration }: BuiltPackage, file: string): boolean {
  const independent = (configuration.subPackages ?? []).filter((part) => part.independent === true);
  return /\/(comp|custom-wrapper)\.\w+$/.test(file) && independent.some(({ root }) => file.startsWith(root));
}

/** Complains about a package that WeChat's compiler does not take: app.json, pages, the theme, the sitemap, files that are missing. */
export async function complainAboutCompilation(built: BuiltPackage): Promise<PackageComplaint[]> {
  try {
    const compiled = await withOfficialProject(built, (tool, project) =>
      tool.getCompiledResult({ project, setting: {}, onProgressUpdate: () => undefined }),
    );
    const dropped = built.files.filter((file) => !(file in compiled) && !/\.(txt|map)$/.test(file) && !isSpare(built, file));
    return dropped.map((file) => ({ file, what: 'would not be uploaded, since nothing leads to it' }));
  } catch (error) {
    return [{ file: 'app.json', what: `miniprogram-ci: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

/** Complains about what the code-quality panel of DevTools would: sizes, compression, lazy loading, large pictures, code that nothing uses. */
export async function complainAboutQuality(built: BuiltPackage): Promise<PackageComplaint[]> {
  try {
    const lines = await withOfficialProject(built, (tool, project) => tool.checkCodeQuality(project));
    const failed = lines.filter(({ success }) => !success);
    return failed.map(({ name, text, detail }) => ({
      file: name,
      what: `${text} ${detail === undefined ? '' : JSON.stringify(detail)}`.trim(),
    }));
  } catch (error) {
    return [{ file: 'app.json', what: `miniprogram-ci: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

/** Complains about settings that WeChat does not know: it drops them without a word, so that a misspelt one does nothing. */
export function complainAboutSchemas(built: BuiltPackage): PackageComplaint[] {
  const { sitemapLocation, themeLocation } = built.configuration;
  const named = [
    { schema: 'app', file: 'app.json' },
    ...built.pages.map((page) => ({ schema: 'page', file: `${page}.json` })),
    ...(sitemapLocation === undefined ? [] : [{ schema: 'sitemap', file: sitemapLocation }]),
    ...(themeLocation === undefined ? [] : [{ schema: 'theme', file: themeLocation }]),
  ];
  return named.flatMap(({ schema, file }) => {
    if (!built.files.includes(file)) return [{ file, what: 'is not in the package' }];
    const { warning, error } = validateOfficially(schema, built.json(file));
    return [...(warning === '' ? [] : [warning]), ...error.map((one) => JSON.stringify(one))].map((what) => ({ file, what }));
  });
}

/** What a reviewer looks for in app.json; each says why it must be so. */
const wanted: readonly { readonly says: string; holds(app: AppConfiguration): boolean }[] = [
  {
    says: 'lazyCodeLoading is missing: every page would load the code of all',
    holds: (app) => app['lazyCodeLoading'] === 'requiredComponents',
  },
  { says: '__usePrivacyCheck__ is missing', holds: (app) => app['__usePrivacyCheck__'] === true },
  { says: 'sitemapLocation is missing: every page would be searched', holds: (app) => app.sitemapLocation !== undefined },
  { says: 'asks for a background mode', holds: (app) => app['requiredBackgroundModes'] === undefined },
  { says: 'asks for a permission', holds: (app) => app['permission'] === undefined },
  { says: 'asks for a private interface, such as the location', holds: (app) => app['requiredPrivateInfos'] === undefined },
  { says: 'names other mini-programs to jump to', holds: (app) => app['navigateToMiniProgramAppIdList'] === undefined },
  { says: 'switches debugging on', holds: (app) => app['debug'] !== true },
];

/** Complains about an app.json that would make a reviewer ask. */
export function complainAboutReview({ configuration }: BuiltPackage): PackageComplaint[] {
  return wanted.filter(({ holds }) => !holds(configuration)).map(({ says }) => ({ file: 'app.json', what: says }));
}

interface SitemapRule {
  readonly action: string;
  readonly page: string;
}

/** Complains about a sitemap that lets WeChat's search into pages that show one person what is theirs. */
export function complainAboutSitemap(built: BuiltPackage): PackageComplaint[] {
  const { sitemapLocation } = built.configuration;
  if (sitemapLocation === undefined || !built.files.includes(sitemapLocation)) return [];
  const { rules } = built.json<{ rules: readonly SitemapRule[] }>(sitemapLocation);
  const personal = rules.filter(({ action, page }) => action === 'allow' && page !== 'pages/home/index');
  const last = rules.at(-1);
  return [
    ...personal.map(({ page }) => `lets ${page} be searched`),
    ...(last?.action === 'disallow' && last.page === '*' ? [] : ['does not end with disallowing every other page']),
  ].map((what) => ({ file: sitemapLocation, what }));
}
