// How the wall tab is framed.
export default definePageConfig({ navigationBarTitleText: '福利', enableShareAppMessage: true });
