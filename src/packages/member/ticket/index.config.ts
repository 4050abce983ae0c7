// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '出示券码' });
