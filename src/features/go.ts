// Ways through the app.
import Taro from '@tarojs/taro';

/** The tab pages. */
export const tabs = { home: '/pages/home/index', wall: '/pages/wall/index', board: '/pages/board/index', me: '/pages/me/index' } as const;

/** The member's pages, without their query. */
export const pages = {
  campaign: '/packages/member/campaign/index',
  calendar: '/packages/member/calendar/index',
  statement: '/packages/member/statement/index',
  wallet: '/packages/member/wallet/index',
  orders: '/packages/member/orders/index',
  ticket: '/packages/member/ticket/index',
  invites: '/packages/member/invites/index',
  poster: '/packages/member/poster/index',
  versions: '/packages/member/versions/index',
  complaints: '/packages/member/complaints/index',
  settings: '/packages/member/settings/index',
  privacy: '/packages/member/privacy/index',
} as const;

/** Goes to a page; its query is written out. */
export function go(path: string, query: Readonly<Record<string, string>> = {}): void {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  void Taro.navigateTo({ url: pairs.length === 0 ? path : `${path}?${pairs.join('&')}` });
}

/** Goes to a tab. */
export function goTab(tab: keyof typeof tabs): void {
  void Taro.switchTab({ url: tabs[tab] });
}
