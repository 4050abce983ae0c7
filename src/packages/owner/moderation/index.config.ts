// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '昵称和头像' });
