// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '待补的承诺' });
