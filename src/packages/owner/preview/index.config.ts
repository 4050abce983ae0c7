// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '预览', enableShareAppMessage: true });
