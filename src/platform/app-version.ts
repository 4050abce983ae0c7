// Which version of the app this is.

/** The version of package.json; put in by the build. */
export const appVersion: string = process.env.QUNHUI_VERSION ?? '';
