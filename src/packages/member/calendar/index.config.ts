// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '打卡日历' });
