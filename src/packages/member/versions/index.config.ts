// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '规则的每一版' });
