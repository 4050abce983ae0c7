// The routes of the app, its subpackages and its tab bar; declared only here.
export default defineAppConfig({
  pages: ['pages/home/index'],
  window: {
    navigationBarTitleText: '群惠',
    navigationBarBackgroundColor: '#FAF6EF',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF6EF',
  },
});
