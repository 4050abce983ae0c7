// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '谁带来了朋友' });
