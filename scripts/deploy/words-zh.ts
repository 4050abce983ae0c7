// The words of the deploying commands in Chinese, which come first and give the shape of the others.
import type { CloudProblem } from './cloud-request';
import { problemKind } from './problem-kind';

/** Chinese. */
export const wordsZh = {
  language: 'zh' as 'zh' | 'en',
  settings: {
    notJson: (file: string, reason: string) => `${file} 不是合法的 JSON：${reason}`,
    notUnderstood: (file: string, problems: readonly string[]) =>
      `${file} 里有看不懂的设置：\n${problems.map((problem) => `    ${problem}`).join('\n')}\n写法见 docs/deploy-wechat.md。`,
    noAppId: '还没有 AppID：把 project.config.json 里的 appid 换成你的小程序 AppID（小程序后台 → 管理 → 开发管理）。',
    noEnvId: '还没有云环境：在 qunhui.config.json 里写上 envId（开发者工具 → 云开发 → 环境 ID），或设环境变量 QUNHUI_ENV_ID。',
    noUploadKey: '还没有代码上传密钥：在 qunhui.config.json 里写上 uploadKey（密钥文件的路径），或设环境变量 QUNHUI_UPLOAD_KEY。',
    uploadKeyNotThere: (path: string) => `没有找到代码上传密钥 ${path}。`,
    variableChanged: (name: string) =>
      `云函数的环境变量 ${name} 是 JSON，或含有双花括号；CloudBase 命令行会改写这样的值，所以不能这样部署。`,
  },
  login: {
    missing:
      '还没有登录腾讯云。运行 npx tcb login 扫码登录；或设环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（腾讯云控制台 → 访问管理 → API 密钥）。',
    renewing: '登录快要到期，先让 CloudBase 命令行续期 …',
    stale: '登录已经到期，续期也没有成功。请运行 npx tcb login 重新登录。',
  },
  environment: {
    notFound: (envId: string) =>
      `这个账号下没有云环境 ${envId}。请核对环境 ID、登录的是不是开通云开发的那个账号，以及 qunhui.config.json 里的 region。`,
    notNormal: (envId: string, status: string) =>
      `云环境 ${envId} 现在不可用（状态 ${status}）。刚创建的环境要等几分钟；欠费或隔离的要先处理。`,
    noDatabase: (envId: string) => `云环境 ${envId} 没有文档型数据库。请在云开发控制台里打开数据库后再来。`,
  },
  dryRun: {
    opening: '演习：只说会做什么，不联网，不写任何文件。',
    questions: '会先向云端查询（只读）：',
    steps: '然后，以云端还什么都没有为准，会做：',
    closing: '演习结束，什么都没有发生。去掉 --dry-run 就会照此执行；云端已经有的部分会跳过。',
  },
  show: {
    notBuilt: (path: string) => `${path}：还没有构建，执行时会先构建`,
    folder: (path: string, files: number, size: string) => `${path}：${files} 个文件，共 ${size}`,
    more: (files: number) => `… 还有 ${files} 个文件`,
    file: (name: string) => `${name}（写在临时文件夹里，结束后删除；值用 ••• 遮住）：`,
  },
  run: {
    stopped: '已中断。',
    notStarted: (program: string, reason: string) => `程序 ${program} 没能启动：${reason}。请运行 npm install 后再试。`,
    exitCode: (program: string, code: number) => `程序 ${program} 以 ${code} 结束，原因见上面它自己的输出。`,
    complained: (program: string, line: string) => `程序 ${program} 说：${line}`,
    failed: (step: number, steps: number, title: string, reason: string) =>
      `停在第 ${step} 步（共 ${steps} 步）：${title}\n${reason}\n前面 ${step - 1} 步已经完成。解决后再运行同一条命令，会从没做完的地方继续。`,
    lookingAgain: '回头向云端核对 …',
    stillLeft: (titles: readonly string[]) =>
      `命令都执行了，但云端看起来还缺：\n${titles.map((title) => `    ${title}`).join('\n')}\n请过一分钟再运行同一条命令；仍然这样，就到云开发控制台看看。`,
  },
  functions: {
    build: '构建云函数',
    writeSettings: (names: readonly string[]) => `写出 CloudBase 命令行的设置：${names.join('、')}`,
    deploy: (name: string, isNew: boolean): string => (isNew ? `创建云函数 ${name}` : `更新云函数 ${name}`),
    removeTimer: (name: string, timer: string) => `删除云函数 ${name} 的旧定时器 ${timer}`,
    setRules: (names: readonly string[]) => `设置云函数权限：手机不能直接调用 ${names.join('、')}`,
    rulesUnreadable: (text: string) =>
      `云端现有的云函数权限规则看不懂，不敢覆盖：${text}\n请到云开发控制台 → 云函数 → 权限控制里改成合法的 JSON。`,
    otherRuntime: (name: string, present: string, wanted: string) =>
      `云函数 ${name} 是用 ${present} 创建的，需要 ${wanted}，而运行环境创建后不能改。\n请在云开发控制台删除 ${name}，再运行同一条命令重新创建（数据不受影响）；或把 qunhui.config.json 的 runtime 改成 ${present}（如果它在可选之列）。`,
    notBuilt: (path: string) => `${path} 里什么都没有：构建没有产出这个云函数。`,
    nothingToDo: (envId: string) => `云环境 ${envId} 里的云函数已经是这一版，不用做什么。`,
    done: (envId: string) => `云函数已部署到 ${envId}，并核对无误。`,
    openapiByHand:
      '还差一步只能手工做（每个云函数一次，config.json 改了再做）：在微信开发者工具里右键云函数 → 上传并部署：所有文件。只有这样，config.json 里的云调用权限才会登记。',
  },
  indexes: {
    create: (collection: string) => `创建集合 ${collection}，只有云函数能读写`,
    close: (collection: string, access: string) => `把集合 ${collection} 的权限从 ${access || '未知'} 改为仅管理端可读写`,
    createIndex: (collection: string, name: string, keys: string, unique: boolean) =>
      `在集合 ${collection} 上创建${unique ? '唯一' : ''}索引 ${name}（${keys}）`,
    showFiles: '设置云存储权限：所有用户可读，仅管理端可写',
    filesAreCustom: '云存储用的是自定义安全规则，没有动它；请自己确认：所有用户可读，只有云函数能写',
    differs: (collection: string, name: string, present: string, wanted: string) =>
      `集合 ${collection} 的索引 ${name} 和声明的不一样：云端是（${present}），声明的是（${wanted}）。\n请在云开发控制台删除它，再运行同一条命令。`,
    collectionThere: (collection: string) => `集合 ${collection} 已经存在`,
    indexThere: (collection: string, name: string) => `索引 ${collection}.${name} 已经存在`,
    nothingToDo: (envId: string) => `云环境 ${envId} 的集合和索引都已就绪，不用做什么。`,
    done: (envId: string) => `云环境 ${envId} 的集合和索引已就绪，并核对无误。`,
  },
  upload: {
    build: '构建小程序',
    upload: (version: string) => `上传小程序代码，版本 ${version}`,
    preview: (image: string) => `上传预览，二维码写到 ${image}`,
    description: (version: string) => `群惠 ${version}`,
    noSuchRobot: (robot: string) => `没有 ${robot} 号机器人，可选 1 到 30。`,
    done: (version: string) => `已上传 ${version}。到小程序后台 → 管理 → 版本管理，先设为体验版试用，再提交审核。`,
    previewDone: (image: string) => `用微信扫 ${image}。`,
  },
  check: {
    opening: '上线前看看还差什么（✓ 已有，✗ 缺了就上不了线，! 缺了会少一样功能，□ 这里看不到，请自己核对）：',
    appId: (appId: string) => `小程序 AppID：${appId}`,
    noAppId: '还没有小程序 AppID',
    oddAppId: (appId: string) => `AppID ${appId} 不像微信的 AppID（wx 加 16 位）`,
    howAppId: '小程序后台 mp.weixin.qq.com → 管理 → 开发管理 → 开发者 ID，填到 project.config.json 的 appid。',
    envId: (envId: string) => `云环境：${envId}`,
    noEnvId: '还没有云环境',
    howEnvId: '微信开发者工具 → 云开发 → 开通，复制环境 ID，填到 qunhui.config.json：{ "envId": "…" }。',
    login: (from: string): string => (from === 'environment' ? '腾讯云登录：环境变量里的密钥' : '腾讯云登录：CloudBase 命令行'),
    noLogin: '还没有登录腾讯云',
    howLogin: '运行 npx tcb login，用开通云开发的账号扫码；自动化环境里改设 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY。',
    uploadKey: (path: string) => `代码上传密钥：${path}`,
    noUploadKey: '还没有代码上传密钥',
    uploadKeyNotThere: (path: string) => `没有找到代码上传密钥 ${path}`,
    uploadKeyIsNone: (path: string) => `${path} 不是代码上传密钥`,
    uploadKeyInGit: (path: string) => `代码上传密钥 ${path} 在 git 里`,
    howUploadKey: '小程序后台 → 管理 → 开发管理 → 小程序代码上传 → 生成，存到本机，把路径填到 qunhui.config.json 的 uploadKey。',
    howOutOfGit: '密钥不能进代码库：git rm --cached 它，并在小程序后台重置密钥。',
    built: (path: string, size: string) => `${path}：${size}`,
    notBuilt: (path: string) => `${path} 还没有构建`,
    howBuild: (part: string) => `npm run build -- ${part}`,
    mainPackage: '主包',
    tooLarge: (sizes: string) => `包超过微信的 2 MB：${sizes}`,
    howSmaller: '看 npm test -- sizes 哪里变大了。',
    template: (title: string) => `订阅消息模板「${title}」`,
    noTemplate: (title: string) => `没有订阅消息模板「${title}」，这种提醒不会发`,
    badTemplate: (title: string, problem: string) => `订阅消息模板「${title}」的设置不对：${problem}`,
    howTemplate: (kind: string, title: string, keywords: string) =>
      `小程序后台 → 订阅消息 → 公共模板库，选「${title}」，关键词依次为：${keywords}；模板 ID 填到 qunhui.config.json 的 templates.${kind}。`,
    handAccount: '账号：主体认证、类目、小程序备案都已通过',
    handUploadAddresses: '小程序后台 → 开发管理 → 小程序代码上传：本机的公网 IP 在白名单里，或已关闭白名单',
    handPrivacy: '小程序后台 → 设置 → 用户隐私保护指引：已按 docs/deploy-wechat.md 填写并通过',
    handOpenapi: (names: string) => `云调用权限已用微信开发者工具上传过一次：${names}`,
    handPush: '云开发控制台 → 设置 → 其他设置 → 消息推送：已按 docs/deploy-wechat.md 指到云函数 timer',
    nothingBlocks: '没有缺什么，可以部署了：deploy:indexes，deploy:functions，deploy:upload。',
    blocked: (items: number) => `还缺 ${items} 样，补上以前上不了线。`,
  },
  probe: {
    assumed: (text: string) => `我们假设：${text}`,
    saw: (text: string) => `实际看到：${text}`,
    change: (where: string, how: string) => `要改的地方：cloudfunctions/adapters/store-cloudbase/${where}：${how}`,
    allAsAssumed: '都和假设一样。探测用的文档是令牌，十分钟后会被定时器清掉。',
    someOtherwise: (answers: number) => `有 ${answers} 处和假设不一样，先改好再上线。`,
  },
  cloudProblem: (problem: CloudProblem): string => {
    const { request, code, said, requestId } = problem;
    const raw = `（${request.service} ${request.action}：${code} ${said}${requestId === null ? '' : `，RequestId ${requestId}`}）`;
    switch (problemKind(code)) {
      case 'unreachable':
        return `连不上腾讯云：${said}。请检查网络或代理，再运行同一条命令。`;
      case 'login':
        return `腾讯云不认这个登录：密钥不对、已停用或已过期，或本机时钟不准。请重新 npx tcb login，或核对密钥。\n${raw}`;
      case 'permission':
        return `这个账号没有权限。请用开通云开发的主账号登录，或在访问管理里给子账号 QcloudTCBFullAccess。\n${raw}`;
      case 'quota':
        return `云端的额度或频率用完了。过一会儿再运行；套餐额度见云开发控制台。\n${raw}`;
      case 'other':
        return `腾讯云拒绝了这个请求。\n${raw}`;
    }
  },
  help: {
    check: '用法：npm run deploy:check -- [--lang en]\n  看上线还差什么；不联网，不改任何东西。还缺必需的就以 1 结束。',
    functions: '用法：npm run deploy:functions -- [--dry-run] [--lang en]\n  构建并部署云函数，设置权限和定时器，最后向云端核对。',
    indexes: '用法：npm run deploy:indexes -- [--dry-run] [--lang en]\n  创建集合和索引；已有的会说明并跳过。',
    probe: '用法：npm run deploy:probe -- [--dry-run] [--lang en]\n  向真实的文档型数据库求证我们的假设；只用自己的文档，约一分钟。',
    upload:
      '用法：npm run deploy:upload -- [--preview] [--description 说明] [--robot 1-30] [--dry-run] [--lang en]\n  构建并上传小程序代码；--preview 只给自己扫码看。',
  },
};
