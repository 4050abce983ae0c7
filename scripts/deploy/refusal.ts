// What a deploying command says when it cannot go on: words for the person who runs it, never a stack.

/** Ends a command with exit code 1; the message is in the language of the run and says what to do. */
export class DeployRefusal extends Error {
  override readonly name = 'DeployRefusal';
}
