// The words of the deploying commands in English.
import { problemKind } from './problem-kind';
import type { Words } from './words';

/** English. What stands on WeChat's own pages keeps its Chinese name, since that is what people have to find there. */
export const wordsEn: Words = {
  language: 'en',
  settings: {
    notJson: (file, reason) => `${file} is not JSON: ${reason}`,
    notUnderstood: (file, problems) =>
      `${file} has settings that cannot be understood:\n${problems.map((problem) => `    ${problem}`).join('\n')}\ndocs/deploy-wechat.md shows how they are written.`,
    noAppId: 'There is no app id yet: put your own into appid of project.config.json (小程序后台 → 管理 → 开发管理).',
    noEnvId: 'There is no cloud environment yet: write envId into qunhui.config.json (DevTools → 云开发 → 环境 ID), or set QUNHUI_ENV_ID.',
    noUploadKey: 'There is no key for uploading code yet: write uploadKey, its path, into qunhui.config.json, or set QUNHUI_UPLOAD_KEY.',
    uploadKeyNotThere: (path) => `The key for uploading code is not there: ${path}`,
    variableChanged: (name) =>
      `The variable ${name} of the cloud functions is JSON or holds double braces; CloudBase's command line would change it on the way.`,
  },
  login: {
    missing:
      'Nobody is logged in to Tencent Cloud. Run npx tcb login and scan the code, or set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY (腾讯云控制台 → 访问管理 → API 密钥).',
    renewing: "The login is about to run out; CloudBase's command line renews it …",
    stale: 'The login has run out and could not be renewed. Run npx tcb login again.',
  },
  environment: {
    notFound: (envId) =>
      `This account has no cloud environment ${envId}. Check the id, whether it is the account that opened 云开发, and region in qunhui.config.json.`,
    notNormal: (envId, status) =>
      `The cloud environment ${envId} does not work now (${status}). A new one takes a few minutes; one that is not paid for has to be paid first.`,
    noDatabase: (envId) => `The cloud environment ${envId} has no document database. Open 数据库 once in the cloud console and come back.`,
  },
  dryRun: {
    opening: 'A dry run: it says what would happen, asks nobody and writes nothing.',
    questions: 'First the cloud would be asked, without changing anything:',
    steps: 'Then, if the cloud had nothing yet, this would be done:',
    closing: 'Nothing has happened. Without --dry-run just this is done; what the cloud already has is left out.',
  },
  show: {
    notBuilt: (path) => `${path}: not built yet; a real run builds it first`,
    folder: (path, files, size) => `${path}: ${files} files, ${size}`,
    more: (files) => `… and ${files} more files`,
    file: (name) => `${name} (in a temporary folder that is removed in the end; values are covered by •••):`,
  },
  run: {
    stopped: 'Stopped.',
    notStarted: (program, reason) => `The program ${program} could not be started: ${reason}. Run npm install and try again.`,
    exitCode: (program, code) => `The program ${program} ended with ${code}; what it says itself stands above.`,
    complained: (program, line) => `The program ${program} says: ${line}`,
    failed: (step, steps, title, reason) =>
      `Stopped at step ${step} of ${steps}: ${title}\n${reason}\nThe ${step - 1} steps before are done. Mend it and run the same command: it goes on with what is left.`,
    lookingAgain: 'Asking the cloud whether all is there …',
    stillLeft: (titles) =>
      `Everything was run, yet the cloud still seems to lack:\n${titles.map((title) => `    ${title}`).join('\n')}\nRun the same command in a minute; if it stays so, look into the cloud console.`,
  },
  functions: {
    build: 'Build the cloud functions',
    writeSettings: (names) => `Write the settings of CloudBase's command line for ${names.join(', ')}`,
    deploy: (name, isNew) => (isNew ? `Create the cloud function ${name}` : `Update the cloud function ${name}`),
    removeTimer: (name, timer) => `Remove the old timer ${timer} of the cloud function ${name}`,
    setRules: (names) => `Set who may call: phones may not call ${names.join(', ')}`,
    rulesUnreadable: (text) =>
      `The cloud's rules of who may call functions cannot be read, so they are not replaced: ${text}\nMake them JSON in 云开发控制台 → 云函数 → 权限控制.`,
    otherRuntime: (name, present, wanted) =>
      `The cloud function ${name} was created with ${present} and needs ${wanted}; a runtime cannot be changed.\nDelete ${name} in the cloud console and run the same command to create it again (data stays), or set runtime in qunhui.config.json to ${present} if it is one of those that may be chosen.`,
    notBuilt: (path) => `${path} is empty: the build has not made this function.`,
    nothingToDo: (envId) => `The cloud functions in ${envId} are this version already; there is nothing to do.`,
    done: (envId) => `The cloud functions are deployed to ${envId}, and the cloud confirms it.`,
    openapiByHand:
      'One step is left to a person (once for each function, and again when its config.json changes): in WeChat DevTools, right-click the function → 上传并部署：所有文件. Only this registers the permissions for cloud calls in config.json.',
  },
  indexes: {
    create: (collection) => `Create the collection ${collection}, which only cloud functions reach`,
    close: (collection, access) =>
      `Change who reaches the collection ${collection} from ${access || 'unknown'} to 仅管理端可读写 (ADMINONLY)`,
    createIndex: (collection, name, keys, unique) =>
      `Create the ${unique ? 'unique ' : ''}index ${name} (${keys}) on the collection ${collection}`,
    showFiles: 'Set who reaches the files: everybody reads, only cloud functions write (所有用户可读，仅管理端可写)',
    filesAreCustom: 'The storage has a rule of your own, which stays; make sure that everybody reads and only cloud functions write',
    differs: (collection, name, present, wanted) =>
      `The index ${name} of the collection ${collection} is (${present}) in the cloud and declared as (${wanted}).\nDelete it in the cloud console and run the same command.`,
    collectionThere: (collection) => `The collection ${collection} is there already`,
    indexThere: (collection, name) => `The index ${collection}.${name} is there already`,
    nothingToDo: (envId) => `The collections and indexes of ${envId} are all there; there is nothing to do.`,
    done: (envId) => `The collections and indexes of ${envId} are there, and the cloud confirms it.`,
  },
  upload: {
    build: 'Build the mini-program',
    upload: (version) => `Upload the mini-program's code as version ${version}`,
    preview: (image) => `Upload a preview; its code to scan goes to ${image}`,
    description: (version) => `Qunhui ${version}`,
    noSuchRobot: (robot) => `There is no robot ${robot}; they go from 1 to 30.`,
    done: (version) =>
      `Version ${version} is uploaded. In 小程序后台 → 管理 → 版本管理 make it 体验版 and try it, then hand it in for review (提交审核).`,
    previewDone: (image) => `Scan ${image} with WeChat.`,
  },
  check: {
    opening:
      'What is missing for going live (✓ there, ✗ nothing goes without it, ! a feature goes without it, □ not to be seen from here: look yourself):',
    appId: (appId) => `App id: ${appId}`,
    noAppId: 'No app id yet',
    oddAppId: (appId) => `The app id ${appId} does not look like one of WeChat's (wx and 16 digits)`,
    howAppId: 'mp.weixin.qq.com → 管理 → 开发管理 → 开发者 ID; put it into appid of project.config.json.',
    envId: (envId) => `Cloud environment: ${envId}`,
    noEnvId: 'No cloud environment yet',
    howEnvId: 'WeChat DevTools → 云开发 → 开通; copy the 环境 ID into qunhui.config.json: { "envId": "…" }.',
    login: (from) =>
      from === 'environment' ? 'Tencent Cloud: keys in the environment' : "Tencent Cloud: the login of CloudBase's command line",
    noLogin: 'Nobody is logged in to Tencent Cloud',
    howLogin:
      'Run npx tcb login and scan with the account that opened 云开发; an automatic build sets TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY.',
    uploadKey: (path) => `Key for uploading code: ${path}`,
    noUploadKey: 'No key for uploading code yet',
    uploadKeyNotThere: (path) => `The key for uploading code is not there: ${path}`,
    uploadKeyIsNone: (path) => `${path} is no key for uploading code`,
    uploadKeyInGit: (path) => `The key for uploading code, ${path}, is in git`,
    howUploadKey:
      '小程序后台 → 管理 → 开发管理 → 小程序代码上传 → 生成; keep the file on this machine and write its path as uploadKey into qunhui.config.json.',
    howOutOfGit: 'A key does not belong there: git rm --cached it, and make a new one in 小程序后台.',
    built: (path, size) => `${path}: ${size}`,
    notBuilt: (path) => `${path} is not built yet`,
    howBuild: (part) => `npm run build -- ${part}`,
    mainPackage: 'main package',
    tooLarge: (sizes) => `A package is larger than the 2 MB of WeChat: ${sizes}`,
    howSmaller: 'npm test -- sizes shows what has grown.',
    template: (title) => `Template of the subscribe message ${title}`,
    noTemplate: (title) => `No template ${title} yet; this reminder is not sent`,
    badTemplate: (title, problem) => `The template ${title} is not set well: ${problem}`,
    howTemplate: (kind, title, keywords) =>
      `小程序后台 → 订阅消息 → 公共模板库: choose ${title} with the keywords ${keywords}, in this order; put its id into templates.${kind} of qunhui.config.json.`,
    handAccount: 'The account: subject verified, category chosen, ICP filing (备案) passed',
    handUploadAddresses: '小程序后台 → 开发管理 → 小程序代码上传: the public address of this machine is listed, or the list is off',
    handPrivacy: '小程序后台 → 设置 → 用户隐私保护指引: filled in as docs/deploy-wechat.md says, and passed',
    handOpenapi: (names) => `The permissions for cloud calls were uploaded once by WeChat DevTools: ${names}`,
    handPush: '云开发控制台 → 设置 → 其他设置 → 消息推送: pointed to the function timer as docs/deploy-wechat.md says',
    nothingBlocks: 'Nothing is missing: deploy:indexes, deploy:functions, deploy:upload.',
    blocked: (items) => `${items} things are missing, without which nothing goes live.`,
  },
  probe: {
    assumed: (text) => `assumed: ${text}`,
    saw: (text) => `seen: ${text}`,
    change: (where, how) => `to change: cloudfunctions/adapters/store-cloudbase/${where}: ${how}`,
    allAsAssumed: 'All is as assumed. The documents of this run are tokens, which the timer sweeps after ten minutes.',
    someOtherwise: (answers) => `${answers} answers differ from what is assumed; mend that before going live.`,
  },
  cloudProblem: ({ request, code, said, requestId }) => {
    const raw = `(${request.service} ${request.action}: ${code} ${said}${requestId === null ? '' : `, RequestId ${requestId}`})`;
    switch (problemKind(code)) {
      case 'unreachable':
        return `Tencent Cloud cannot be reached: ${said}. Check the network or the proxy and run the same command.`;
      case 'login':
        return `Tencent Cloud does not take this login: the keys are wrong, disabled or have run out, or the clock of this machine is off. Run npx tcb login again, or check the keys.\n${raw}`;
      case 'permission':
        return `This account may not do that. Log in with the main account that opened 云开发, or give the sub-account QcloudTCBFullAccess.\n${raw}`;
      case 'quota':
        return `A quota or a limit of the cloud is used up. Run it again later; the plan's quota is shown in the cloud console.\n${raw}`;
      case 'other':
        return `Tencent Cloud has refused this request.\n${raw}`;
    }
  },
  help: {
    check:
      'npm run deploy:check -- [--lang en]\n  What is missing for going live; asks nobody, changes nothing. Ends with 1 while something is missing that is needed.',
    functions:
      'npm run deploy:functions -- [--dry-run] [--lang en]\n  Builds and deploys the cloud functions, sets who may call and the timers, and asks the cloud whether all is there.',
    indexes: 'npm run deploy:indexes -- [--dry-run] [--lang en]\n  Makes collections and indexes; says and leaves alone what is there.',
    probe:
      'npm run deploy:probe -- [--dry-run] [--lang en]\n  Asks a real document database what we assume of it, with documents of its own; takes a minute.',
    upload:
      'npm run deploy:upload -- [--preview] [--description TEXT] [--robot 1-30] [--dry-run] [--lang en]\n  Builds the mini-program and uploads its code; --preview is only for your own phone.',
  },
};
