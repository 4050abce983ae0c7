// Whether WeChat shows one page by itself, as behind a Moments post: nobody is signed in there, and nothing leads on.

/** WeChat's scene of a page that is read in Moments. */
const MOMENTS_PAGE = 1154;

/** Whether only this page is shown. The scene is a hint from the phone: it decides what is drawn, never what anybody may do. */
export function isSinglePage(): boolean {
  return wx.getLaunchOptionsSync().scene === MOMENTS_PAGE;
}
