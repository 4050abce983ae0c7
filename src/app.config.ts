// The routes of the app, its subpackages and its tab bar; declared only here.
/** WeChat's chat tool is an offer to builds that want it: it needs a package of its own, and a review of its own. */
const hasChatTool = process.env.TARO_ENV === 'weapp' && process.env.QUNHUI_CHAT_TOOL === '1';
const chatTool = { root: 'packages/chat-tool', pages: ['card/index'], independent: true };

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/wall/index', 'pages/board/index', 'pages/me/index'],
  subPackages: [
    ...(hasChatTool ? [chatTool] : []),
    {
      root: 'packages/member',
      pages: [
        'campaign/index',
        'calendar/index',
        'statement/index',
        'wallet/index',
        'orders/index',
        'ticket/index',
        'invites/index',
        'poster/index',
        'versions/index',
        'complaints/index',
        'settings/index',
        'privacy/index',
      ],
    },
    {
      root: 'packages/owner',
      pages: [
        'today/index',
        'create/index',
        'choose/index',
        'editor/index',
        'preview/index',
        'improve/index',
        'manage/index',
        'campaigns/index',
        'members/index',
        'person/index',
        'sharers/index',
        'groups/index',
        'about/index',
        'door/index',
        'counter/index',
        'redemptions/index',
        'shift/index',
        'orders/index',
        'moderation/index',
        'promises/index',
        'reviews/index',
        'review/index',
        'segments/index',
        'results/index',
        'points/index',
        'statement/index',
        'invites/index',
      ],
    },
  ],
  /*
   * Who opens a card in a group is on mobile data, and wants the member's pages next: some 100 KB, worth loading at once from any
   * network. The owner's pages are for few, who enter by the me tab: they come ahead where that costs nobody anything, on Wi-Fi, and
   * else at the tap that opens them. A page has one rule with one network, and by the time of the me tab a tab before it has mostly
   * brought the member's pages. WeChat lets one package's pages preload 2 MB together; scripts/workshop/package holds them to it.
   */
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/member'] },
    'pages/wall/index': { network: 'all', packages: ['packages/member'] },
    'pages/board/index': { network: 'all', packages: ['packages/member'] },
    'pages/me/index': { network: 'wifi', packages: ['packages/member', 'packages/owner'] },
  },
  ...(hasChatTool ? { chatTools: [{ root: chatTool.root, entryPagePath: 'card/index', desc: '把活动卡片发到聊天', scopes: [] }] } : {}),
  tabBar: {
    color: '@ink2',
    selectedColor: '@seal',
    backgroundColor: '@surface',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab-home.png', selectedIconPath: 'assets/tab-home-on.png' },
      { pagePath: 'pages/wall/index', text: '福利', iconPath: 'assets/tab-wall.png', selectedIconPath: 'assets/tab-wall-on.png' },
      { pagePath: 'pages/board/index', text: '榜单', iconPath: 'assets/tab-board.png', selectedIconPath: 'assets/tab-board-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
  // Taro's page animation in browsers leaves a blank page when somebody goes back before it has ended, and knows no reduced motion.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  // The bars that WeChat draws itself follow the system's theme, with the colours of src/ui/tokens.scss.
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // WeChat asks for consent to the privacy guide before the first call that it counts as private: the clipboard, the album, the camera.
  // It has done so for everybody since 2023; this says that we know. No background mode, no permission and no location is asked for.
  __usePrivacyCheck__: true,
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '群惠',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pullText',
    // Pulled down, a page asks again for what it shows (useAskAgain); a browser has a line of ours for it, src/ui/pull.h5.tsx.
    ...(process.env.TARO_ENV === 'weapp' ? { enablePullDownRefresh: true } : {}),
  },
});
