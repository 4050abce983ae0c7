// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '邀请名单' });
