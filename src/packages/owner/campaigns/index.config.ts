// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '草稿和已结束' });
