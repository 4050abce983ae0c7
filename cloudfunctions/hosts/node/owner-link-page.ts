// The page behind an operator's link: it says as whom the browser would be signed in, and does so only at the button, which previews of links never press.

const words = {
  zh: {
    title: '群惠 登录',
    button: '登录为「$」的群主',
    hint: '登录以后，这个浏览器就是群主，它现在的访客身份会被换掉。链接只能用一次。',
    over: '这个链接已经用过，或者过了 15 分钟。请向运营服务器的人再要一个。',
    slow: '试得太快了，请过一分钟再打开。',
    unreached: '没有连上服务器，请重新打开这一页。',
  },
  en: {
    title: 'Qunhui sign-in',
    button: 'Sign in as the owner of $',
    hint: 'After this, this browser is the owner; the visitor that it is now is replaced. The link works once.',
    over: 'This link was used, or is older than 15 minutes. Ask whoever runs the server for another one.',
    slow: 'Too many tries. Open it again in a minute.',
    unreached: 'The server was not reached. Open this page again.',
  },
};

const script = `
const chinese = navigator.language.startsWith('zh');
const words = ${JSON.stringify(words)}[chinese ? 'zh' : 'en'];
const [button, text] = ['button', 'p'].map((name) => document.querySelector(name));
document.documentElement.lang = chinese ? 'zh-CN' : 'en';
document.title = words.title;
const ask = async (signsIn) => {
  const body = JSON.stringify({ ticket: location.hash.slice(1), signsIn });
  button.disabled = true;
  try {
    const response = await fetch('/session/owner', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.json();
    if (answer.ok) return answer;
    text.textContent = answer.code === 'slow_down' ? words.slow : words.over;
  } catch {
    text.textContent = words.unreached;
  }
  button.hidden = true;
  return null;
};
button.onclick = async () => {
  if ((await ask(true)) !== null) location.replace('/app/');
};
ask(false).then((answer) => {
  if (answer === null) return;
  button.textContent = words.button.replace('$', () => answer.community);
  text.textContent = words.hint;
  button.hidden = button.disabled = false;
});
`;

const style = `
:root { color-scheme: light dark; --paper: #faf6ef; --ink: #23201b; --seal: #c8371f; --on-seal: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --paper: #161411; --ink: #f1ece2; --seal: #f07a5f; --on-seal: #23130e; } }
body { margin: 0; min-height: 100vh; display: grid; align-content: center; gap: 16px; padding: 16px; box-sizing: border-box;
  background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 400px; margin: 0 auto; }
button { width: 100%; min-height: 48px; padding: 8px 16px; border: 0; border-radius: 24px; font: inherit; font-weight: 600;
  overflow-wrap: anywhere; background: var(--seal); color: var(--on-seal); }
`;

/** The page, whole: it loads nothing, and its ticket stands in the address behind `#`. */
export const ownerLinkPage = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>群惠</title>
    <link rel="icon" href="data:," />
    <style>${style}</style>
  </head>
  <body>
    <main>
      <p role="status"></p>
      <button type="button" hidden></button>
    </main>
    <noscript>这一页需要 JavaScript。This page needs JavaScript.</noscript>
    <script>${script}</script>
  </body>
</html>
`;
