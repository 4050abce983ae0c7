// WeChat's privacy check at our desk: a question is asked when something needs it, a no is respected for a while and said in words.
import { expect, test } from 'vitest';
import { createPrivacyDesk, type PrivacyAnswer, privacyProblemOf, QUIET_MS } from '#app/platform/privacy-desk';

function deskAt() {
  let at = 1_000;
  const answers: PrivacyAnswer[] = [];
  const desk = createPrivacyDesk(() => at);
  return {
    desk,
    answers,
    ask: () => desk.ask((answer) => answers.push(answer)),
    wait: (ms: number) => {
      at += ms;
    },
  };
}

test('nothing is asked before something needs it', () => {
  expect(deskAt().desk.state()).toEqual({ asking: false, problem: null });
});

test('an agreement answers all that wait, with the button that WeChat wants to see', () => {
  const { desk, answers, ask } = deskAt();
  ask();
  ask();
  expect(desk.state().asking).toBe(true);
  desk.shown();
  desk.shown();
  desk.agree('agree-privacy');
  expect(answers.map(({ event }) => event)).toEqual(['exposureAuthorization', 'exposureAuthorization', 'agree', 'agree']);
  expect(answers.at(-1)).toEqual({ event: 'agree', buttonId: 'agree-privacy' });
  expect(desk.state().asking).toBe(false);
});

test('a no answers, and nobody is asked again for ten seconds', () => {
  const { desk, answers, ask, wait } = deskAt();
  ask();
  desk.refuse();
  wait(QUIET_MS - 1);
  ask();
  expect(answers).toEqual([{ event: 'disagree' }, { event: 'disagree' }]);
  expect(desk.state()).toMatchObject({ asking: false, problem: { kind: 'refused_lately' } });
  wait(1);
  ask();
  expect(desk.state().asking).toBe(true);
});

test('screens hear of every change until they stop listening', () => {
  const { desk, ask } = deskAt();
  let heard = 0;
  const stop = desk.subscribe(() => {
    heard += 1;
  });
  ask();
  desk.refuse();
  stop();
  desk.report({ errno: 103 });
  expect(heard).toBe(2);
});

test.each([
  [112, 'undeclared'],
  [103, 'refused'],
  [104, 'refused_lately'],
] as const)('the error number %i is told as %s, as often as it comes', (errno, kind) => {
  const { desk } = deskAt();
  desk.report({ errno, errMsg: 'setClipboardData:fail' });
  desk.report({ errno });
  expect(desk.state().problem).toEqual({ kind, number: 2 });
});

test.each([[{ errno: 1 }], [{ errMsg: 'scanCode:fail cancel' }], [null], ['fail']])('%j is about something else', (error) => {
  expect(privacyProblemOf(error)).toBeNull();
});
