// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '写活动' });
