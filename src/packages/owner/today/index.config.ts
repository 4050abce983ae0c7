// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '群主台' });
