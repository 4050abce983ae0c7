// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '管理活动', enableShareAppMessage: true });
