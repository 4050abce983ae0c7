// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '绑定的群' });
