// Starts the official miniprogram-ci on a built mini-program, without a key and without the network.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root';
import type { BuiltPackage } from './built-package';

/** A project as the tool holds it. */
type OfficialProject = object;

/** One line of the code-quality panel of DevTools. */
export interface QualityLine {
  readonly name: string;
  readonly success: boolean;
  readonly text: string;
  readonly detail?: unknown;
}

/** The parts of miniprogram-ci that an upload runs before it asks the network; its own types say little of them. */
export interface OfficialTool {
  readonly Project: new (options: object) => OfficialProject;
  /** What WeChat allows an app that nobody has asked it about: sizes, numbers of tabs. */
  readonly DefaultProjectAttr: object;
  getCompiledResult(options: object): Promise<Readonly<Record<string, unknown>>>;
  checkCodeQuality(project: OfficialProject): Promise<readonly QualityLine[]>;
}

interface FileEndings {
  readonly MiniProgramWhiteList: readonly string[];
  readonly GameWhiteList: readonly string[];
  getWhiteExtList(): Promise<{ MiniProgramWhiteList: Set<string>; GameWhiteList: Set<string> }>;
}

interface Schemas {
  schemaValidate(name: string, content: unknown): { readonly warning: string; readonly error: readonly object[] };
}

const load = createRequire(__filename);

/** The tool, told not to ask WeChat which endings of files it takes: it carries a list of its own for when it cannot. */
function officialTool(): OfficialTool {
  const endings: FileEndings = load('miniprogram-ci/dist/utils/white_ext_list');
  endings.getWhiteExtList = async () => ({
    MiniProgramWhiteList: new Set(endings.MiniProgramWhiteList),
    GameWhiteList: new Set(endings.GameWhiteList),
  });
  return load('miniprogram-ci');
}

/** Validates a settings file by the tool's own schema; a warning names fields that WeChat does not know. */
export function validateOfficially(schema: string, content: unknown): ReturnType<Schemas['schemaValidate']> {
  const { schemaValidate }: Schemas = load('miniprogram-ci/dist/modules/corecompiler/original/validate/schemaValidate');
  return schemaValidate(schema, content);
}

/**
 * Hands the tool a copy of a package as a project of its own, with the repository's settings.
 * The tool leaves a process running: only a program that ends itself should call this.
 */
export async function withOfficialProject<Result>(
  built: BuiltPackage,
  run: (tool: OfficialTool, project: OfficialProject) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'qunhui-package-'));
  try {
    const settings: object = JSON.parse(readFileSync(join(repositoryRoot, 'project.config.json'), 'utf8'));
    writeFileSync(
      join(folder, 'project.config.json'),
      JSON.stringify({ ...settings, miniprogramRoot: 'package/', cloudfunctionRoot: undefined }),
    );
    cpSync(built.folder, join(folder, 'package'), { recursive: true });
    const tool = officialTool();
    const attr = async () => tool.DefaultProjectAttr;
    const options = { appid: 'wx0000000000000000', type: 'miniProgram', projectPath: folder, privateKey: 'none', attr, ignores: [] };
    return await run(tool, new tool.Project(options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
