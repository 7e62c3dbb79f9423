/** The limit: a virtual list as one would write it for this page and no other, without any library. */
import { answer } from './rows.js';

const rowHeight = 40;
const overscan = 4;
const pageSize = 100;
const ask = async (query) => (await answer(new Request(`https://service.bench/v1/customers?${new URLSearchParams(query)}`))).json();
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

export class ListByHand {
  #pages = new Map();
  #total = 0;
  #slots = [];
  #asked = new Set();

  constructor(place) {
    this.view = document.createElement('div');
    this.view.className = 'view';
    this.body = document.createElement('div');
    this.body.className = 'body';
    this.view.append(this.body);
    place.append(this.view);
    this.view.addEventListener('scroll', () => this.#draw(), { passive: true });
  }

  async load() {
    const { data, total } = await ask({ limit: pageSize, include: 'anchors', sort: 'name' });
    this.#pages.set(0, data);
    this.#total = total;
    this.body.style.blockSize = `${total * rowHeight}px`;
    this.height = this.view.clientHeight;
    for (let slot = Math.ceil(this.height / rowHeight) + 1 + 2 * overscan; slot > 0; slot--) this.#slots.push(this.#createSlot());
    this.#draw();
  }

  replace(row) {
    for (const page of this.#pages.values()) {
      const at = page.findIndex(({ id }) => id === row.id);
      if (at >= 0) page[at] = row;
    }
    this.#draw();
  }

  #at = (index) => this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];

  #createSlot() {
    const element = document.createElement('div');
    element.className = 'row';
    const cells = Array.from({ length: 5 }, () => element.appendChild(document.createElement('span')));
    this.body.append(element);
    return { element, cells, index: -1, row: undefined };
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.view.scrollTop / rowHeight) - overscan);
    const last = Math.min(this.#total, first + this.#slots.length);
    for (let index = first; index < last; index++) {
      const slot = this.#slots[index % this.#slots.length];
      const row = this.#at(index);
      if (row === undefined) void this.#fetch(Math.floor(index / pageSize));
      if (slot.index !== index) slot.element.style.transform = `translateY(${index * rowHeight}px)`;
      else if (slot.row === row) continue;
      slot.index = index;
      slot.row = row;
      const texts = row ? [row.name, row.city, row.lifecycle, row.owner.name, day.format(new Date(row.updatedAt))] : ['', '', '', '', ''];
      texts.forEach((text, cell) => { slot.cells[cell].textContent = text; });
    }
  }

  async #fetch(page) {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    this.#pages.set(page, (await ask({ limit: pageSize, cursor: page * pageSize, sort: 'name' })).data);
    this.#draw();
  }
}
