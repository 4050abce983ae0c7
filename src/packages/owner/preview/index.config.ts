// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '发布前看一遍', enableShareAppMessage: true });
