// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '写一个新活动' });
