// What is known to be wrong with the packages that we use, and why it does not reach people. `npm test` compares it with what npm says.

/** A finding that stays for now. */
export interface AuditException {
  readonly package: string;
  /** As GitHub names it. */
  readonly advisory: string;
  /** Why it does not reach people. */
  readonly why: string;
  /** The last day on which this holds without another look, as `2027-05-31`. */
  readonly lookAgainOn: string;
}

/** Packages that work on our own sources on the machine of who builds, and of which nothing is in what people reach. */
export interface AuditedTools {
  readonly packages: readonly string[];
  readonly why: string;
  readonly lookAgainOn: string;
}

/**
 * The day on which somebody last went through all that npm had found; null as long as no registry has ever answered us. Until then findings
 * are shown and fail nothing: nobody can have judged them.
 */
export const judgedOn: string | null = null;

/** Tools among what package.json calls dependencies. What it calls devDependencies are tools all of them, looked at again with these. */
export const tools: AuditedTools = {
  packages: [
    '@babel/core',
    '@tarojs/helper',
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/service',
    'babel-plugin-transform-taroapi',
    'codesandbox',
    'csv-parse',
  ],
  why: 'They read this repository on the machine of whoever builds it, get no input of people, and listen to nobody. NutUI names codesandbox for its own site only.',
  lookAgainOn: '2027-05-31',
};

const axiosOfCloudbase =
  "CloudBase's SDK pins this version, its newest release too. It asks CloudBase's own servers at addresses that it puts together itself, over https, inside the cloud function: no address, header or option of it comes from people, and there is no browser whose cookies it could send along.";

/** What stays for now, one by one. */
export const exceptions: readonly AuditException[] = ['GHSA-wf5p-g6vw-rhxx', 'GHSA-jr5f-v2jv-69x6', 'GHSA-43fc-jf86-j433'].map(
  (advisory) => ({ package: 'axios', advisory, why: axiosOfCloudbase, lookAgainOn: '2027-02-28' }),
);
