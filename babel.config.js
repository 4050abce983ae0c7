// How Taro compiles our TypeScript for phones: modern enough that async functions and classes stay as written.
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
        targets: { ios: '13.4', android: '80', chrome: '80' },
      },
    ],
  ],
};
