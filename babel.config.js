// How Taro compiles our TypeScript for phones: modern enough that async functions and classes stay as written.
const browsers = { ios: '13.4', android: '80', chrome: '80' };
// WeChat brings its own engine, which may be older than any browser on the phone: nothing newer than ES2018.
const wechat = { ios: '12', chrome: '64' };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        // An absolute path in the output would make two machines' builds differ.
        absoluteRuntime: false,
        targets: process.env.TARO_ENV === 'weapp' ? wechat : browsers,
      },
    ],
  ],
};
