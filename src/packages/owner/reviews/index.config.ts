// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '风险复核' });
