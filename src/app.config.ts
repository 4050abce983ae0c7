// The routes of the app, its subpackages and its tab bar; declared only here.
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/wall/index', 'pages/board/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/member',
      pages: [
        'campaign/index',
        'calendar/index',
        'statement/index',
        'wallet/index',
        'ticket/index',
        'invites/index',
        'poster/index',
        'settings/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/member'] },
  },
  tabBar: {
    color: '#665F54',
    selectedColor: '#C8371F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab-home.png', selectedIconPath: 'assets/tab-home-on.png' },
      { pagePath: 'pages/wall/index', text: '福利', iconPath: 'assets/tab-wall.png', selectedIconPath: 'assets/tab-wall-on.png' },
      { pagePath: 'pages/board/index', text: '榜单', iconPath: 'assets/tab-board.png', selectedIconPath: 'assets/tab-board-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '群惠',
    navigationBarBackgroundColor: '#FAF6EF',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF6EF',
  },
});
