// Mini-codes as this platform keeps them: only WeChat has them, and each stays the same for ever.
export { hasMiniCodes, keepMiniCode, keptMiniCode } from '#app/platform/mini-code.h5';
