// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '改得更好' });
