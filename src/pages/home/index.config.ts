// How the home page is framed.
export default definePageConfig({ navigationBarTitleText: '群惠', enableShareAppMessage: true });
