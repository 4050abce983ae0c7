// The phone's end of the talk with the playground around it; on its own (no frame, no persona) it is silent.
import { isPlaygroundMessage, type PhoneMessage, type PlaygroundMessage } from '#app/platform/playground-messages';

/** How long the playground may take to answer before the phone goes on without it. */
const ANSWER_MS = 4_000;

/** The persona that the playground gave this phone; null in an ordinary browser. */
export function personaOf(search: string): string | null {
  return new URLSearchParams(search).get('phone');
}

/** Whether this page is one of the playground's phones. */
export function insidePlayground(): boolean {
  return window.parent !== window && personaOf(window.location.search) !== null;
}

/** Says something to the playground. */
export function tellPlayground(message: PhoneMessage): void {
  if (insidePlayground()) window.parent.postMessage(message, window.location.origin);
}

/** Hears everything that the playground says; returns the way to stop. */
export function hearPlayground(hear: (message: PlaygroundMessage) => void): () => void {
  if (!insidePlayground()) return () => undefined;
  const listener = (event: MessageEvent<unknown>) => {
    if (event.source === window.parent && event.origin === window.location.origin && isPlaygroundMessage(event.data)) hear(event.data);
  };
  window.addEventListener('message', listener);
  return () => window.removeEventListener('message', listener);
}

let asked = 0;

/** Asks the playground for a proof or a scan; null when it has none, or does not answer in time. */
export function askPlayground(question: 'ask-proof' | 'ask-scan'): Promise<string | null> {
  if (!insidePlayground()) return Promise.resolve(null);
  asked += 1;
  const id = `${question}-${asked}`;
  return new Promise((resolve) => {
    const finish = (answer: string | null) => {
      clearTimeout(timer);
      stop();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(null), ANSWER_MS);
    const stop = hearPlayground((message) => {
      if (message.qunhui === 'proof' && message.id === id) finish(message.proof);
      if (message.qunhui === 'scanned' && message.id === id) finish(message.text);
    });
    tellPlayground({ qunhui: question, id });
  });
}
