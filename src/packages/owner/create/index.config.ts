// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '开一个社群', enablePullDownRefresh: false });
