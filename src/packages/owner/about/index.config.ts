// How this page is framed.
export default definePageConfig({ navigationBarTitleText: '社群资料' });
