// The plan for uploading the mini-program's code to WeChat, or for a preview of it on a phone.
import type { BuiltFolder } from './built-folder';
import type { Step } from './step';
import type { Words } from './words';

/** What is uploaded, as whom. */
export interface UploadWish {
  /** The absolute path of the repository, where project.config.json names the folder that was built. */
  readonly root: string;
  readonly appId: string;
  /** The absolute path of the key for uploading. */
  readonly uploadKey: string;
  readonly version: string;
  readonly description: string;
  readonly robot: number;
  readonly folder: BuiltFolder;
  /** Only a code to scan, which nobody else sees, instead of a version that can be handed in for review. */
  readonly isPreview: boolean;
}

/** Where a preview's code to scan is put, relative to the repository. */
export const previewImage = 'dist/preview.jpg';

/** Builds, then uploads or previews. */
export function planUpload(wish: UploadWish, words: Words): readonly Step[] {
  const { root, appId, uploadKey, version, description, robot, folder, isPreview } = wish;
  const args = [
    isPreview ? 'preview' : 'upload',
    ...['--appid', appId, '--project-path', root, '--private-key-path', uploadKey],
    ...['--upload-version', version, '--upload-description', description, '--robot', `${robot}`],
    // Taro has translated and minified already; WeChat's own settings in project.config.json say so.
    '--use-project-config',
    ...(isPreview ? ['--qrcode-format', 'image', '--qrcode-output-dest', `${root}/${previewImage}`] : []),
  ];
  return [
    { kind: 'build', title: words.upload.build, part: 'weapp' },
    {
      kind: 'program',
      title: isPreview ? words.upload.preview(previewImage) : words.upload.upload(version),
      program: 'miniprogram-ci',
      args,
      carries: [folder],
    },
  ];
}
