// The names that a script of a mini-program may use without bringing them: those of the language, and those of WeChat's logic layer.

/** ES2018's own names, without those that WeChat takes away (`eval`; `Function` as a maker of functions is checked apart). */
const languageNames = [
  'Array',
  'ArrayBuffer',
  'Boolean',
  'DataView',
  'Date',
  'Error',
  'EvalError',
  'Float32Array',
  'Float64Array',
  'Function',
  'Infinity',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'RangeError',
  'ReferenceError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
  'URIError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'WeakMap',
  'WeakSet',
  'arguments',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'undefined',
];

/** What WeChat gives to a script of the logic layer. */
const wechatNames = [
  'App',
  'Behavior',
  'Component',
  'Page',
  'clearInterval',
  'clearTimeout',
  'console',
  'exports',
  'getApp',
  'getCurrentPages',
  'module',
  'require',
  'requirePlugin',
  'setInterval',
  'setTimeout',
  'wx',
];

/** The names that are always there. */
export const givenNames: ReadonlySet<string> = new Set([...languageNames, ...wechatNames]);

/** A name that WeChat does not give, which a file may ask for all the same. */
export interface NameAllowance {
  readonly name: string;
  /** The files that may, as the beginning of their path. */
  readonly file: string;
  /** Whether every use must stand behind a `typeof` of the name; otherwise the reason says why it is never reached. */
  readonly guarded: boolean;
  readonly reason: string;
}

/** Every such use in the package, each with its reason; one that nothing needs any more is complained about. */
export const nameAllowances: readonly NameAllowance[] = [
  { name: 'globalThis', file: 'runtime.js', guarded: true, reason: "webpack's search for the global object asks for it first" },
  { name: 'window', file: 'runtime.js', guarded: true, reason: "webpack's search for the global object, its last resort" },
  { name: 'self', file: 'vendors.js', guarded: true, reason: "lodash's search for the global object" },
  { name: 'performance', file: 'vendors.js', guarded: true, reason: "React's scheduler takes Date where there is none" },
  { name: 'setImmediate', file: 'vendors.js', guarded: true, reason: "React's scheduler takes setTimeout where there is none" },
  { name: 'MessageChannel', file: 'vendors.js', guarded: true, reason: "React's scheduler takes setTimeout where there is none" },
  {
    name: '__REACT_DEVTOOLS_GLOBAL_HOOK__',
    file: 'vendors.js',
    guarded: true,
    reason: 'React tells its developer tools, if there are any',
  },
  { name: 'Iterator', file: 'vendors.js', guarded: true, reason: "Babel's generators stand on Object where there is none" },
  { name: 'SuppressedError', file: 'vendors.js', guarded: true, reason: 'Babel asks for it and does nothing with it' },
  { name: 'performance', file: 'taro.js', guarded: true, reason: 'Taro takes Date where there is none' },
  {
    name: 'Intl',
    file: 'common.js',
    guarded: false,
    reason: 'core/values/day.ts asks for it only behind the typeof in src/features/when.ts; test/weapp opens every page without it',
  },
  {
    name: 'tt',
    file: 'taro.js',
    guarded: false,
    reason: "Taro's document for another platform, made only where isEnableTTDom() has said that it runs there",
  },
  {
    name: 'DOMMatrix',
    file: 'packages/owner/',
    guarded: true,
    reason: 'D3 reads how an element of a page is turned by it where there is one',
  },
  {
    name: 'WebKitCSSMatrix',
    file: 'packages/owner/',
    guarded: false,
    reason: 'D3 reads how an element of a page is turned by it, only between two such elements; scales go between numbers',
  },
];
