// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '隐私说明', enablePullDownRefresh: false });
