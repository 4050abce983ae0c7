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
    {
      root: 'packages/owner',
      pages: [
        'today/index',
        'create/index',
        'choose/index',
        'editor/index',
        'preview/index',
        'manage/index',
        'members/index',
        'groups/index',
        'counter/index',
        'redemptions/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/member'] },
  },
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
  window: {
    navigationBarTitleText: '群惠',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pullText',
  },
});
