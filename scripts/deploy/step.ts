// One step of a deployment as data. A dry run prints the very steps that a real run performs.
import type { BuiltFolder } from './built-folder';
import type { CloudRequest } from './cloud-request';
import type { BuildPart, ProgramName } from './deploy-world';

/** Builds a part of the repository. */
export interface BuildStep {
  readonly kind: 'build';
  readonly title: string;
  readonly part: BuildPart;
}

/** Writes a file into the folder that exists for this run only. */
export interface WriteStep {
  readonly kind: 'write';
  readonly title: string;
  readonly name: string;
  readonly text: string;
  /** The text as it may be shown: values that nobody should read over a shoulder are covered. */
  readonly shown: string;
}

/** Runs a program of others, in the folder that exists for this run only. */
export interface ProgramStep {
  readonly kind: 'program';
  readonly title: string;
  readonly program: ProgramName;
  readonly args: readonly string[];
  /** What the program takes with it. */
  readonly carries: readonly BuiltFolder[];
}

/** Sends a request to the cloud. */
export interface RequestStep {
  readonly kind: 'request';
  readonly title: string;
  readonly request: CloudRequest;
}

/** Any step. */
export type Step = BuildStep | WriteStep | ProgramStep | RequestStep;
