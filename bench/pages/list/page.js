/** What the benchmark presses: each contender mounted, scrolled by a row, and with one row changed. */
import '/cdn/prm-portal.js';
import '/cdn/prm-customer-list.js';
import { frame, openPortal, setStage, until } from '../stage.js';
import { ListByHand } from './by-hand.js';
import { answer, setTotal } from './rows.js';

const portal = document.querySelector('prm-portal');
const place = document.querySelector('#by-hand');
const opened = openPortal(portal, answer);

const byHand = (options) => ({
  async mount() {
    const list = new ListByHand(place, options);
    await list.load();
    await until(() => list.body.textContent);
    const row = { id: `cus_${'0'.repeat(32)}`, city: 'Kiel', lifecycle: 'engaged', owner: { name: 'Sven Seller' }, updatedAt: '2026-02-12T08:30:00.000Z' };
    return { view: list.view, replace: (changed) => list.replace(changed), first: () => row, remove: () => list.element.remove() };
  },
});

const contenders = {
  widget: {
    async mount() {
      const widget = portal.appendChild(document.createElement('prm-customer-list'));
      await until(() => widget.shadowRoot?.querySelector('.list-body > .row > span')?.textContent);
      return { view: widget.shadowRoot.querySelector('.list'), replace: (row) => widget.loading.value.replace(row, ({ id }) => id === row.id), first: () => widget.loading.value.at(0), remove: () => widget.remove() };
    },
  },
  byHand: byHand({ withTools: true }),
  rowsAlone: byHand({ withTools: false }),
};

Object.assign(window, { ready: () => opened, setTotal });
setStage(contenders, {
  async scroll({ view }, steps) {
    for (let step = 0; step < steps; step++) { view.scrollTop += 40; await frame(); }
  },
  async change({ replace, first, view }, times) {
    view.scrollTop = 0;
    await frame();
    await frame();
    const row = first();
    for (let time = 0; time < times; time++) { replace({ ...row, name: `Changed ${time}` }); await frame(); }
  },
});
