// Which part of the house may import which: the table, and the rule that enforces it.
import { type Complaint, importsOf, type SourceFile } from '../repository';

/** One part of the house. Of several parts that fit a file, the longest path counts. */
interface Part {
  readonly where: string;
  /** What it may import, as the beginnings of paths; its own folder always. */
  readonly may: readonly string[];
  /** What of its own folder it may import as types only. */
  readonly mayNot?: readonly string[];
  /** What it may import as types only, since those leave nothing in the bundle. */
  readonly mayAsTypes?: readonly string[];
  /** The packages it may import; `node:` stands for all that Node brings. */
  readonly packages: readonly string[];
  /** How many folders of a path tell one member of this part from another; members do not import each other. */
  readonly apart?: number;
}

const coreOfClient = ['core/values/', 'core/rules/'];

/** The table of imports: downward only. */
export const parts: readonly Part[] = [
  { where: 'core/values/', may: [], packages: [] },
  {
    where: 'core/rules/',
    may: ['core/values/', 'core/refusals.ts', 'core/tables.ts'],
    // The words for what an action carries are shared; the schemas behind them are the contract's.
    mayAsTypes: ['core/contract.ts'],
    packages: [],
  },
  { where: 'core/', may: ['core/'], packages: ['valibot'] },

  { where: 'cloudfunctions/ports/', may: ['core/'], packages: [] },
  {
    where: 'cloudfunctions/features/',
    // What a handler receives stands with the application; everything else of the application is above the features.
    may: ['core/', 'cloudfunctions/ports/', 'cloudfunctions/app/request-context.ts'],
    packages: [],
    apart: 3,
  },
  {
    where: 'cloudfunctions/app/',
    may: ['core/', 'cloudfunctions/ports/', 'cloudfunctions/features/'],
    packages: ['valibot', '@valibot/to-json-schema', 'node:'],
  },
  {
    where: 'cloudfunctions/adapters/',
    // The lane is what the SQL stores share, and signing is what everything that signs shares.
    may: ['core/', 'cloudfunctions/ports/', 'cloudfunctions/adapters/store-lane/', 'cloudfunctions/adapters/signing/'],
    packages: ['node:', 'valibot', 'libsql', 'pg', 'prom-client', 'wx-server-sdk', '@cloudbase/node-sdk'],
    apart: 3,
  },
  {
    where: 'cloudfunctions/hosts/',
    // What both hosts do to an envelope stands in hosts/wire.
    may: [
      'cloudfunctions/hosts/wire/',
      'core/',
      'cloudfunctions/app/',
      'cloudfunctions/adapters/',
      'cloudfunctions/ports/',
      'package.json',
    ],
    // The playground's page and the phones in it talk by messages; their shape is the phone's.
    mayAsTypes: ['src/platform/playground-messages.ts'],
    packages: ['node:', 'hono', '@hono/node-server', 'valibot', 'cli-progress', 'csv-parse', 'wx-server-sdk', 'esbuild'],
    apart: 3,
  },

  {
    where: 'cloudfunctions/hosts/node/playground/page/',
    // A card that was sent without a picture is drawn as the app draws it, in the app's words.
    may: [
      'core/',
      'cloudfunctions/hosts/node/',
      'src/features/campaign/card-picture.ts',
      'src/features/campaign/draw-card.ts',
      'src/i18n/',
    ],
    mayAsTypes: ['src/platform/playground-messages.ts'],
    packages: [],
  },

  { where: 'src/platform/', may: coreOfClient, mayAsTypes: ['core/'], packages: ['@tarojs/taro', 'react'] },
  // What everybody loads never leads to the owner's words, which are a third of all.
  {
    where: 'src/i18n/',
    may: [...coreOfClient, 'src/platform/'],
    mayNot: ['src/i18n/owner'],
    mayAsTypes: ['core/'],
    packages: ['zustand', 'react'],
  },
  { where: 'src/i18n/owner', may: [...coreOfClient, 'src/i18n/'], mayAsTypes: ['core/'], packages: [] },
  { where: 'src/i18n/use-owners-words.ts', may: ['src/i18n/'], packages: [] },
  {
    where: 'src/ui/',
    may: [...coreOfClient, 'src/platform/', 'src/i18n/'],
    mayAsTypes: ['core/'],
    packages: [
      'react',
      '@tarojs/components',
      '@tarojs/taro',
      '@nutui/nutui-react-taro',
      '@nutui/icons-react-taro',
      'zustand',
      'qrcode-generator',
      'd3-scale',
      'd3-shape',
    ],
  },
  {
    where: 'src/features/',
    may: [...coreOfClient, 'src/platform/', 'src/i18n/', 'src/ui/'],
    mayAsTypes: ['core/'],
    packages: [
      'react',
      '@tarojs/components',
      '@tarojs/taro',
      '@nutui/nutui-react-taro',
      '@nutui/icons-react-taro',
      'zustand',
      'qrcode-generator',
    ],
  },
  {
    where: 'src/',
    may: [...coreOfClient, 'src/'],
    mayAsTypes: ['core/'],
    packages: ['react', '@tarojs/components', '@tarojs/taro', '@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
  },

  { where: 'config/', may: [], packages: ['node:', '@tarojs/cli', 'webpack', 'postcss'] },
  // What is printed of the operation rules is said in the app's own words.
  {
    where: 'scripts/',
    may: ['core/', 'cloudfunctions/', 'config/', 'src/i18n/owner/policy-words.ts', 'package.json'],
    packages: ['*'],
  },
  { where: 'test/', may: [''], packages: ['*'] },
];

function partOf(path: string): Part | undefined {
  return parts.filter((part) => path.startsWith(part.where)).sort((one, other) => other.where.length - one.where.length)[0];
}

const memberOf = (path: string, depth: number) => `${path.split('/').slice(0, depth).join('/')}/`;

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function mayUsePackage(part: Part, specifier: string): boolean {
  if (part.packages.includes('*')) return true;
  if (specifier.startsWith('node:')) return part.packages.includes('node:');
  return part.packages.includes(packageOf(specifier));
}

/** Whether a file that stands in a part may import a path: the part's own things, and what the table allows. */
function mayImport(part: Part, path: string, target: string, typesOnly: boolean): boolean {
  const named = `${target}${/\.(tsx?|json|scss|css)$/.test(target) ? '' : '.ts'}`;
  if (!typesOnly && part.mayNot?.some((prefix) => named.startsWith(prefix))) return false;
  const own = part.apart === undefined ? part.where : memberOf(path, part.apart);
  const allowed = [own, ...part.may, ...(typesOnly ? (part.mayAsTypes ?? []) : [])];
  return allowed.some((prefix) => named.startsWith(prefix)) && !(named.startsWith('test/') && !path.startsWith('test/'));
}

/** Every import of a file that points another way than the table allows. */
export function complainAboutImports(file: SourceFile): Complaint[] {
  const part = partOf(file.path);
  if (!part) return [{ path: file.path, line: 1, what: 'stands in no part of the house' }];
  return importsOf(file).flatMap(({ specifier, target, typesOnly, line }) => {
    const allowed = target === null ? mayUsePackage(part, specifier) : mayImport(part, file.path, target, typesOnly);
    return allowed ? [] : [{ path: file.path, line, what: `${part.where} may not import ${specifier}${typesOnly ? ' (as a type)' : ''}` }];
  });
}
