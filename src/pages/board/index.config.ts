// How the board tab is framed.
export default definePageConfig({ navigationBarTitleText: '榜单', enableShareAppMessage: true });
