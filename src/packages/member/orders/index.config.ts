// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '我的兑换' });
