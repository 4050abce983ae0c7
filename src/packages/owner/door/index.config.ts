// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '入群' });
