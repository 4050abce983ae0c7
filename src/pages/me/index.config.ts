// How the me tab is framed.
export default definePageConfig({ navigationBarTitleText: '我的' });
