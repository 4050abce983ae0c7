// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '核销记录' });
