// How Taro builds the app for WeChat (dist/weapp) and for browsers (dist/h5).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ProgressPlugin } from 'webpack';
import { FontScalePlugin } from './font-scale-plugin';
import { HoverClassPlugin } from './hover-class-plugin';
import { PlatformFilePlugin } from './platform-file-plugin';

const root = resolve(__dirname, '..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { readonly version: string };
const platform = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/** The design is drawn at 375 wide, as NutUI is: one CSS px of the design is 2rpx in WeChat and 1px in a browser. */
const designWidth = 375;
const deviceRatio = { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 };

/**
 * A browser's px already is the design's px: text and touch targets keep their size on a narrow phone.
 * Taro's own type forgets this unit, which its transformer and its runtime both know.
 */
const browserUnit = 'px' as unknown as 'rem';

interface BuildChain {
  merge(settings: object): unknown;
  plugin(name: string): { use(plugin: unknown, args?: unknown[]): unknown };
  resolve: { plugin(name: string): { use(plugin: unknown, args?: unknown[]): unknown } };
  performance: { hints(level: false): unknown };
}

/** Makes `#app/platform/share` find share.weapp.ts or share.h5.ts beside share.ts; see docs/decisions/0002-one-way-to-import.md. */
function adaptBundler(chain: BuildChain): void {
  chain.resolve.plugin('PlatformFilePlugin').use(PlatformFilePlugin, [resolve(root, 'src'), platform]);
  chain.plugin('FontScalePlugin').use(FontScalePlugin);
  // Sizes are a test of our own, measured gzipped (test/sizes), not a warning in the middle of a build.
  chain.performance.hints(false);
  // scripts/build.ts, which started Taro, shows how far the bundler has come.
  const tell = (progress: number) => process.send?.({ progress });
  chain.plugin('TellProgress').use(ProgressPlugin, [tell]);
}

function adaptWechatBundler(chain: BuildChain): void {
  adaptBundler(chain);
  chain.plugin('HoverClassPlugin').use(HoverClassPlugin);
}

/** The name that src/platform/forecast-worker.h5.ts gives to its worker, and with it to the worker's file. */
const FORECAST_WORKER = 'forecast';

interface BuiltChunk {
  readonly name?: string;
  readonly groupsIterable: Iterable<{ readonly origins: readonly { readonly request?: string | null }[] }>;
  canBeInitial(): boolean;
}

/** Where webpack knows in which chunks a module stands. */
interface BuiltGraph {
  readonly chunkGraph: { getModuleChunksIterable(module: unknown): Iterable<BuiltChunk> };
}

/** Whether only pages of the owner's package bring a chunk. */
function isOwners(chunk: BuiltChunk): boolean {
  const origins = [...chunk.groupsIterable].flatMap((group) => group.origins);
  return origins.length > 0 && origins.every(({ request }) => /packages\/owner\//.test(request ?? ''));
}

/**
 * What several pages use is loaded once and kept; without this every page brings its own copy of the widgets and the words. What only
 * owners' pages use is kept apart: members come first and are many.
 */
function adaptBrowserBundler(chain: BuildChain): void {
  adaptBundler(chain);
  // A worker is one file: where it would look for another one depends on the path that it was loaded from.
  const isOfPages = (chunk: BuiltChunk) => !chunk.canBeInitial() && chunk.name !== FORECAST_WORKER;
  const isForOwners = (module: unknown, { chunkGraph }: BuiltGraph) => [...chunkGraph.getModuleChunksIterable(module)].every(isOwners);
  const common = { chunks: isOfPages, minChunks: 4, reuseExistingChunk: true, enforce: true };
  const cacheGroups = {
    owners: { ...common, name: 'owners', test: isForOwners, priority: 30 },
    shared: { ...common, name: 'shared', priority: 20 },
  };
  chain.merge({ optimization: { splitChunks: { cacheGroups } } });
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'qunhui',
  designWidth,
  deviceRatio,
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [],
  // A mini-program that talks to our own server is built with its address; see docs/self-hosting.md.
  defineConstants: {
    'process.env.QUNHUI_VERSION': JSON.stringify(version),
    'process.env.QUNHUI_SERVER': JSON.stringify(process.env.QUNHUI_SERVER ?? ''),
    'process.env.QUNHUI_CHAT_TOOL': JSON.stringify(process.env.QUNHUI_CHAT_TOOL ?? ''),
  },
  // What WeChat's search may find; only the mini-program has it.
  copy: { patterns: platform === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [], options: {} },
  // DevTools opens the repository's root. A second project file inside the package would be uploaded with it, so Taro finds none to copy.
  projectConfigName: 'none',
  // Not for WeChat: what two subpackages share is copied under a name that tells nothing of its content, and a kept cache then hands out
  // yesterday's minimized copy of it.
  cache: { enable: platform === 'h5' },
  logger: { quiet: true, stats: false },
  // Chinese stays as it is written: escaped, each character takes six bytes of the package instead of three.
  terser: { enable: true, config: platform === 'weapp' ? { output: { ascii_only: false } } : {} },
  mini: {
    compile: { include: [resolve(root, 'core')] },
    enableSourceMap: false,
    // What only one subpackage uses goes into that subpackage, so that the main package stays small.
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: adaptWechatBundler,
  },
  h5: {
    compile: { include: [resolve(root, 'core')] },
    // Relative addresses, so that the app runs under any path of any host.
    publicPath: './',
    staticDirectory: 'static',
    enableSourceMap: false,
    router: { mode: 'hash' },
    // The first load stays small because Taro makes a chunk of each page, and because screens take single widgets from NutUI
    // and each widget's own style sheet, never the style sheet of all. test/sizes holds it to its budget.
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
      environment: { arrowFunction: true, const: true },
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: true, config: { targetUnit: browserUnit } },
      cssModules: { enable: false },
    },
    webpackChain: adaptBrowserBundler,
  },
};

export default defineConfig<'webpack5'>(config);
