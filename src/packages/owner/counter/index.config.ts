// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '收银台' });
