// Mini-codes as files of the mini-program: asked for once per poster, since WeChat counts how often they are drawn.

export const hasMiniCodes = true;

function pathOf(name: string): string {
  return `${wx.env.USER_DATA_PATH}/code-${name}.png`;
}

/** The file of a code that was drawn before; null when there is none. */
export function keptMiniCode(name: string): string | null {
  try {
    wx.getFileSystemManager().accessSync(pathOf(name));
    return pathOf(name);
  } catch {
    return null;
  }
}

/** Keeps a picture (base64) and gives its path; where the phone has no room left, the picture itself. */
export function keepMiniCode(name: string, picture: string): string {
  try {
    wx.getFileSystemManager().writeFileSync(pathOf(name), picture, 'base64');
    return pathOf(name);
  } catch {
    return `data:image/png;base64,${picture}`;
  }
}
