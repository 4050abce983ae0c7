// An owner at her machine: a project folder with what was built, her settings and keys, and the world that commands run in.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Command, runCommand } from '../../scripts/deploy/command';
import type { BuildPart, DeployWorld, ProgramName } from '../../scripts/deploy/deploy-world';
import { knownEnvId, knownKeys, StandInCloud } from './stand-in-cloud';

/**
 * A program's place is taken by this script. It notes how it was called; for `tcb fn deploy` the stand-in then has the function as the
 * settings describe it, as the real command line would leave it.
 */
const playedProgram = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const [name, ...args] = process.argv.slice(2);
const settings = fs.existsSync('cloudbaserc.json') ? JSON.parse(fs.readFileSync('cloudbaserc.json', 'utf8')) : null;
const login = path.join(process.env.HOME, '.config/.cloudbase/auth.json');
const loginText = fs.existsSync(login) ? fs.readFileSync(login, 'utf8') : null;
const notes = process.env.PROGRAM_CALLS;
fs.appendFileSync(notes, JSON.stringify({ name, args, settings, login: loginText, folder: process.cwd() }) + '\\n');
if (fs.existsSync(notes + '.waits')) setInterval(() => undefined, 1_000_000);
if (fs.existsSync(notes + '.says')) console.log(fs.readFileSync(notes + '.says', 'utf8'));
if (fs.existsSync(notes + '.code')) process.exit(Number(fs.readFileSync(notes + '.code', 'utf8')));
const wanted = args[0] === 'fn' && settings.functions.find((one) => one.name === args[2]);
if (wanted) fetch(process.env.STAND_IN + 'played-deploy', { method: 'POST', body: JSON.stringify(wanted) });
`;

/** One call of a program as the played one noted it. */
export interface ProgramCall {
  readonly name: ProgramName;
  readonly args: readonly string[];
  readonly settings: { readonly functions: readonly { readonly name: string; readonly [key: string]: unknown }[] } | null;
  readonly login: string | null;
  /** Where it ran. */
  readonly folder: string;
}

/** What an owner does with a run. */
export interface RunResult {
  readonly code: number;
  readonly said: string;
}

const uploadKey = '-----BEGIN RSA PRIVATE KEY-----\nnot a real one\n-----END RSA PRIVATE KEY-----\n';

/** The owner. `settle()` gives her everything that is needed; tests take single things away. */
export class AnOwner {
  readonly root = mkdtempSync(join(tmpdir(), 'qunhui-owner-'));
  readonly home = join(this.root, 'home');
  readonly cloud = new StandInCloud();
  readonly environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: this.home,
    TENCENTCLOUD_SECRETID: knownKeys.secretId,
    TENCENTCLOUD_SECRETKEY: knownKeys.secretKey,
    PROGRAM_CALLS: join(this.root, 'program-calls'),
  };
  readonly built: BuildPart[] = [];
  readonly stop = new AbortController();
  /** Called with each line as it is said. */
  hear: (line: string) => void = () => undefined;
  programs: DeployWorld['programs'];
  openDatabase: DeployWorld['openDatabase'] = () => {
    throw new Error('no database was prepared');
  };
  pause: DeployWorld['pause'] = async () => undefined;

  constructor() {
    const program = join(this.root, 'played-program.js');
    writeFileSync(program, playedProgram);
    chmodSync(program, 0o755);
    this.programs = { tcb: [program, 'tcb'], 'miniprogram-ci': [program, 'miniprogram-ci'] };
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  settings(settings: object): void {
    this.write('qunhui.config.json', JSON.stringify(settings));
  }

  async settle(): Promise<this> {
    this.environment['STAND_IN'] = `http://127.0.0.1:${await this.cloud.start()}/`;
    this.write('package.json', JSON.stringify({ version: '1.2.3' }));
    this.write('project.config.json', JSON.stringify({ appid: 'wx0123456789abcdef', miniprogramRoot: 'dist/weapp/' }));
    this.settings({ envId: knownEnvId, uploadKey: 'private.wx0123456789abcdef.key' });
    this.write('private.wx0123456789abcdef.key', uploadKey);
    this.write('dist/weapp/app.json', JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'packages/owner' }] }));
    this.write('dist/weapp/app.js', 'App({});');
    this.write('dist/weapp/packages/owner/index.js', 'Page({});');
    this.write('dist/cloudfunctions/api/index.js', 'exports.main = async () => 1;');
    this.write('dist/cloudfunctions/api/package.json', '{}');
    this.write('dist/cloudfunctions/timer/index.js', 'exports.main = async () => 2;');
    const timer = {
      permissions: { openapi: ['subscribeMessage.send'] },
      triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
    };
    this.write('dist/cloudfunctions/timer/config.json', JSON.stringify(timer));
    return this;
  }

  async leave(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.root, { recursive: true, force: true });
  }

  calls(): ProgramCall[] {
    const path = this.environment['PROGRAM_CALLS'] ?? '';
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ProgramCall);
  }

  /** Makes the played programs say something, end with a code, or never end. */
  programsWill({ say, endWith, neverEnd }: { readonly say?: string; readonly endWith?: number; readonly neverEnd?: true }): void {
    const path = this.environment['PROGRAM_CALLS'] ?? '';
    if (neverEnd) writeFileSync(`${path}.waits`, '');
    if (say !== undefined) writeFileSync(`${path}.says`, say);
    if (endWith !== undefined) writeFileSync(`${path}.code`, `${endWith}`);
  }

  /** Runs a command as she would; requests go to the stand-in. */
  async run(command: Command, ...args: string[]): Promise<RunResult> {
    const lines: string[] = [];
    const world: DeployWorld = {
      root: this.root,
      home: this.home,
      environment: this.environment,
      programs: this.programs,
      stop: this.stop.signal,
      fetch: (url, init) => {
        const meant = new URL(String(url));
        const headers = { ...(init?.headers as Record<string, string>), 'x-meant-host': meant.host };
        return fetch(this.environment['STAND_IN'] ?? '', { ...init, headers });
      },
      now: () => Date.UTC(2026, 10, 24),
      pause: (milliseconds) => this.pause(milliseconds),
      openDatabase: this.openDatabase,
      say: (line) => {
        lines.push(line);
        this.hear(line);
      },
      build: async (part) => {
        this.built.push(part);
      },
    };
    const code = await runCommand(command, args, world);
    return { code, said: lines.join('\n') };
  }
}
