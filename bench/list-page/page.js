/** What the benchmark presses: each contender mounted, scrolled by a row, and with one row changed. */
import '/cdn/prm-portal.js';
import '/cdn/prm-customer-list.js';
import { ListByHand } from './by-hand.js';
import { answer, setTotal } from './rows.js';

window.fetch = (...input) => answer(new Request(...input));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const until = async (ready) => { while (!ready()) await frame(); };

const portal = document.querySelector('prm-portal');
portal.session = async () => ({ token: 'token', expiresIn: 900 });
portal.serviceUrl = 'https://service.bench';
const place = document.querySelector('#by-hand');

const contenders = {
  widget: {
    async mount() {
      const widget = portal.appendChild(document.createElement('prm-customer-list'));
      await until(() => widget.shadowRoot?.querySelector('.list-body > .row > span')?.textContent);
      return { view: widget.shadowRoot.querySelector('.list'), replace: (row) => widget.loading.value.replace(row, ({ id }) => id === row.id), first: () => widget.loading.value.at(0), remove: () => widget.remove() };
    },
  },
  byHand: {
    async mount() {
      const list = new ListByHand(place);
      await list.load();
      await until(() => list.body.textContent);
      const row = { id: `cus_${'0'.repeat(32)}`, city: 'Kiel', lifecycle: 'engaged', owner: { name: 'Sven Seller' }, updatedAt: '2026-02-12T08:30:00.000Z' };
      return { view: list.view, replace: (changed) => list.replace(changed), first: () => row, remove: () => list.view.remove() };
    },
  },
};

let mounted = [];
Object.assign(window, {
  ready: () => until(() => portal.portal.state === 'ready'),
  setTotal,
  async mount(name, times) {
    for (let time = 0; time < times; time++) mounted.push(await contenders[name].mount());
    await frame();
  },
  async scroll(steps) {
    const { view } = mounted.at(-1);
    for (let step = 0; step < steps; step++) { view.scrollTop += 40; await frame(); }
  },
  async change(times) {
    const { replace, first, view } = mounted.at(-1);
    view.scrollTop = 0;
    await frame();
    await frame();
    const row = first();
    for (let time = 0; time < times; time++) { replace({ ...row, name: `Changed ${time}` }); await frame(); }
  },
  async idle(frames) { for (let at = 0; at < frames; at++) await frame(); },
  async clear() {
    for (const { remove } of mounted) remove();
    mounted = [];
    await frame();
    await frame();
  },
});
