// Runs a command for operators to its end: what they can put right is said in words, anything else with its stack.
import { StartProblem } from '#server/hosts/node/environment';
import { Fault } from '#server/ports/fault';
import { OlderFormat } from '#server/ports/whole-data';

/** Problems whose message is all that the person at the terminal needs. */
function isInWords(error: unknown): error is Error {
  return error instanceof StartProblem || error instanceof Fault || error instanceof OlderFormat;
}

/** Runs a command and ends the process with its exit code. */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(isInWords(error) ? error.message : error);
      process.exit(1);
    },
  );
}
