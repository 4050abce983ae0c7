// `npm run deploy:upload`: builds the mini-program and uploads its code to WeChat, or shows a preview to scan.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { lookIntoFolder } from './built-folder';
import { type Command, type CommandCall, inRunFolder } from './command';
import { DeployRefusal } from './refusal';
import { runSteps } from './run-steps';
import { readSettings } from './settings';
import { planLines } from './show-step';
import { planUpload, previewImage } from './upload-plan';

/** What the repository's project.config.json calls the mini-program's folder. */
export const weappFolder = 'dist/weapp';

function planOf({ world, words, flags, values }: CommandCall) {
  const settings = readSettings(world.root, world.environment, words);
  const { appId, uploadKey, version } = settings;
  if (appId === null) throw new DeployRefusal(words.settings.noAppId);
  if (uploadKey === null) throw new DeployRefusal(words.settings.noUploadKey);
  const keyPath = resolve(world.root, uploadKey);
  if (!existsSync(keyPath)) throw new DeployRefusal(words.settings.uploadKeyNotThere(uploadKey));
  const robot = Number(values['robot'] ?? settings.robot);
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) throw new DeployRefusal(words.upload.noSuchRobot(values['robot'] ?? ''));
  const steps = planUpload(
    {
      root: world.root,
      appId,
      uploadKey: keyPath,
      version,
      description: values['description'] ?? words.upload.description(version),
      robot,
      folder: lookIntoFolder(world.root, weappFolder),
      isPreview: flags['preview'] === true,
    },
    words,
  );
  return { steps, version };
}

/** The command. */
export const uploadCommand: Command = {
  name: 'upload',
  flags: ['preview'],
  values: ['description', 'robot'],
  async run(call) {
    const { world, words, flags } = call;
    const { steps, version } = planOf(call);
    if (call.isDryRun) {
      for (const line of [words.dryRun.opening, words.dryRun.steps, ...planLines(steps, words), words.dryRun.closing]) world.say(line);
      return 0;
    }
    await inRunFolder((folder) =>
      // It leaves a folder of its own where it runs; nothing of it is wanted.
      runSteps(steps, { world, words, folder, send: () => Promise.reject(new Error('an upload asks no cloud')), variables: {} }),
    );
    world.say(flags['preview'] === true ? words.upload.previewDone(previewImage) : words.upload.done(version));
    return 0;
  },
};
