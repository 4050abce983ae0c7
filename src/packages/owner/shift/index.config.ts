// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '当班小结' });
