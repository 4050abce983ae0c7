// The part of WeChat's `wx` that a built mini-program needs in order to run in a test; all else is absent, as in an old WeChat.

/** What `wx.cloud.CloudID` makes: WeChat puts what it stands for in its place, in the fields at the top of a call's data and nowhere else. */
export class CloudId {
  constructor(readonly cloudId: string) {}
}

/** What a call of a cloud function carries. */
export interface CloudCall {
  readonly name: string;
  readonly data: unknown;
}

/** What stands behind the phone: the cloud function, and WeChat's knowledge of the group that the app was opened from. */
export interface Cloud {
  /** Answers a call of a cloud function with its result. */
  answer(call: CloudCall): unknown;
  /** The cloudID of the group; absent when the app was opened from elsewhere. */
  groupCloudId?(): string;
  /** What the person answers in the dialog about messages, by template; absent in an old WeChat that has no such dialog. */
  subscribe?(templateIds: readonly string[]): Readonly<Record<string, string>>;
  /** Further APIs of WeChat that a test stands in for. */
  readonly apis?: Readonly<Record<string, unknown>>;
}

/** How `wx` asks for another page. */
export interface Navigation {
  open(url: string): void;
  replaceAll(url: string): void;
  back(): void;
}

/** What the stand-in remembers, beside the functions that a mini-program calls. */
export interface Wx {
  /** Every call of a cloud function, in order. */
  readonly cloudCalls: CloudCall[];
  /** How often each function was called. */
  readonly called: Map<string, number>;
  /** The size of each answer of a cloud function, as JSON in bytes. */
  readonly answerBytes: number[];
  /** The most calls of cloud functions that were on their way at the same time. */
  mostAtOnce: number;
  /** Every toast and dialogue that was shown. */
  readonly shown: unknown[];
  launchOptions: object;
  /** The arrow at the top of a page. */
  navigateBack(): void;
  navigateTo(options: { readonly url: string }): void;
  /** The network goes, or comes back, as WeChat tells it. */
  changeNetwork(isConnected: boolean): void;
  [api: string]: unknown;
}

interface Callbacks {
  success?(result: unknown): void;
  fail?(error: unknown): void;
  complete?(result: unknown): void;
}

/** Ends a call as WeChat does: by callbacks if there are any, and always by the promise. */
function finish<T>(options: Callbacks | undefined, result: T): Promise<T> {
  options?.success?.(result);
  options?.complete?.(result);
  return Promise.resolve(result);
}

const phone = {
  brand: 'stand-in',
  model: 'stand-in',
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 844,
  statusBarHeight: 47,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.8.0',
  fontSizeSetting: 16,
  theme: 'light',
};

/** The same `wx` as scripts see it: every call of one of its functions is counted. */
export function countingCalls(wx: Wx): object {
  return new Proxy(wx, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return (...parameters: unknown[]) => {
        wx.called.set(name, (wx.called.get(name) ?? 0) + 1);
        return member.apply(target, parameters);
      };
    },
  });
}

/** Creates the `wx` of one running mini-program. */
export function createWx(cloud: Cloud, navigation: Navigation): Wx {
  const storage = new Map<string, unknown>();
  const cloudCalls: CloudCall[] = [];
  const shown: unknown[] = [];
  const networkHeard: ((state: { readonly isConnected: boolean }) => void)[] = [];
  let onTheirWay = 0;
  const show = (options: Callbacks & object) => {
    shown.push(options);
    return finish(options, { errMsg: 'ok', confirm: true, cancel: false });
  };
  const go = (way: (url: string) => void) => (options: Callbacks & { url: string }) => {
    way(options.url);
    return finish(options, { errMsg: 'ok' });
  };
  const askToSubscribe = (options: Callbacks & { readonly tmplIds: readonly string[] }) => {
    return finish(options, { errMsg: 'requestSubscribeMessage:ok', ...cloud.subscribe?.(options.tmplIds) });
  };
  const quiet = (options?: Callbacks) => finish(options, { errMsg: 'ok' });
  const wx: Wx = {
    cloudCalls,
    called: new Map(),
    answerBytes: [],
    mostAtOnce: 0,
    shown,
    launchOptions: {},
    cloud: {
      init: () => undefined,
      CloudID: (cloudId: string) => new CloudId(cloudId),
      callFunction: async (options: Callbacks & CloudCall) => {
        const call = { name: options.name, data: options.data };
        cloudCalls.push(call);
        onTheirWay += 1;
        wx.mostAtOnce = Math.max(wx.mostAtOnce, onTheirWay);
        const result = await cloud.answer(call);
        onTheirWay -= 1;
        wx.answerBytes.push(Buffer.byteLength(JSON.stringify(result)));
        return finish(options, { errMsg: 'cloud.callFunction:ok', result, requestID: 'stand-in' });
      },
    },
    getSystemInfoSync: () => phone,
    getWindowInfo: () => phone,
    getDeviceInfo: () => phone,
    getAppBaseInfo: () => phone,
    getSystemSetting: () => phone,
    getMenuButtonBoundingClientRect: () => ({ left: 296, right: 383, top: 51, bottom: 83, width: 87, height: 32 }),
    getLaunchOptionsSync: () => wx.launchOptions,
    getEnterOptionsSync: () => wx.launchOptions,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    navigateTo: go(navigation.open),
    redirectTo: go(navigation.open),
    switchTab: go(navigation.replaceAll),
    reLaunch: go(navigation.replaceAll),
    navigateBack: (options?: Callbacks) => {
      navigation.back();
      return quiet(options);
    },
    getGroupEnterInfo: (options: Callbacks) => {
      const cloudID = cloud.groupCloudId?.();
      if (cloudID === undefined) options.fail?.({ errMsg: 'getGroupEnterInfo:fail not from a group' });
      else options.success?.({ errMsg: 'getGroupEnterInfo:ok', cloudID });
    },
    ...(cloud.subscribe === undefined ? {} : { requestSubscribeMessage: askToSubscribe }),
    nextTick: (run: () => void) => queueMicrotask(run),
    canIUse: () => true,
    showToast: show,
    showModal: show,
    showActionSheet: show,
    showLoading: quiet,
    hideLoading: quiet,
    hideToast: quiet,
    showShareMenu: quiet,
    updateShareMenu: quiet,
    setNavigationBarTitle: quiet,
    setTabBarItem: quiet,
    onNetworkStatusChange: (hear: (state: { readonly isConnected: boolean }) => void) => networkHeard.push(hear),
    changeNetwork: (isConnected) => {
      for (const hear of networkHeard) hear({ isConnected });
    },
    stopPullDownRefresh: quiet,
    pageScrollTo: quiet,
    vibrateShort: quiet,
    ...cloud.apis,
  };
  return wx;
}
