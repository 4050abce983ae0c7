// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '积分有效期' });
