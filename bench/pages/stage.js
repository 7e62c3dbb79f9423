/** What every page of a contest answers to: both contenders mounted, idle frames, and all cleared away. */
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
export const until = async (ready) => { while (!ready()) await frame(); };

/** A portal over a stand-in for the service: what is drawn is measured, not the network. Its answers are due at once. */
export async function openPortal(portal, answer) {
  window.fetch = async (...input) => answer(new Request(...input));
  portal.session = async () => ({ token: 'token', expiresIn: 900 });
  portal.serviceUrl = 'https://service.bench';
  await until(() => portal.portal?.state === 'ready');
}

export const jsonOf = (value) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** The service's answers by path; `change` puts others in their place. */
export async function fetchAnswers() {
  const answers = await (await fetch('/answers.json')).json();
  return {
    answers,
    answer: (request) => jsonOf(answers[new URL(request.url).pathname] ?? {}),
  };
}

/** Contenders answer to `mount()` with what they show and how it is removed; `acts` are told the last one mounted. */
export function setStage(contenders, acts) {
  let mounted = [];
  Object.assign(window, {
    async mount(name, times) {
      for (let time = 0; time < times; time++) {
        mounted.push(await contenders[name].mount());
        // Each is painted by itself, as a page would: else those that are ready at once would share one frame.
        await frame();
        await frame();
      }
    },
    async idle(frames) { for (let at = 0; at < frames; at++) await frame(); },
    async clear() {
      for (const { remove } of mounted) remove();
      mounted = [];
      await frame();
      await frame();
    },
    ...Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, (times) => act(mounted.at(-1), times)])),
  });
}
