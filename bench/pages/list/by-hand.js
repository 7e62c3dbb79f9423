/**
 * The limit: a virtual list as one would write it for this page and no other, without any library. With tools it is what the widget
 * is: named and counted, searched, narrowed, put in order by its head, and read aloud as a grid. Without, it is rows and nothing else.
 */
import { answer } from './rows.js';

const rowHeight = 40;
const overscan = 4;
const pageSize = 100;
const ask = async (query) => (await answer(new Request(`https://service.bench/v1/customers?${new URLSearchParams(query)}`))).json();
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const number = new Intl.NumberFormat('en');
const heads = ['Name', 'City', 'Lifecycle', 'Owner', 'Changed'];
const lifecycles = ['acquired', 'screened', 'engaged', 'sold', 'serviced', 're_engaged', 'repeat'];

const tools = `<div class="toolbar"><h2>Customers <small></small></h2>
  <label><span class="hidden">Find customers</span><input type="search" placeholder="Find customers" maxlength="100" autocomplete="off"></label>
  <label><span class="hidden">Lifecycle</span><select><option value="">All</option>${lifecycles.map((value) => `<option value="${value}">${value}</option>`).join('')}</select></label>
  <button type="button" class="primary">Add customer</button></div>`;
const head = `<div class="head" role="rowgroup"><div class="row" role="row" aria-rowindex="1">${heads.map((word, at) => `<span role="columnheader"${at === 0 ? ' aria-sort="ascending"' : ''}><button type="button" title="Sort by ${word}">${word}</button></span>`).join('')}</div></div>`;

export class ListByHand {
  #pages = new Map();
  #total = 0;
  #slots = [];
  #asked = new Set();
  #query = { sort: 'name' };
  #active = 0;

  constructor(place, { withTools }) {
    this.withTools = withTools;
    this.element = document.createElement('section');
    this.element.innerHTML = withTools
      ? `${tools}<div class="view" role="grid" aria-label="Customers">${head}<div class="body" role="rowgroup"></div></div>`
      : '<div class="view"><div class="body"></div></div>';
    this.view = this.element.querySelector('.view');
    this.body = this.element.querySelector('.body');
    place.append(this.element);
    this.view.addEventListener('scroll', () => this.#draw(), { passive: true });
    if (withTools) this.#listen();
  }

  async load() {
    const { data, total } = await ask({ limit: pageSize, include: 'anchors', ...this.#query });
    this.#pages.clear();
    this.#asked.clear();
    this.#pages.set(0, data);
    this.#total = total;
    if (this.withTools) {
      this.element.querySelector('small').textContent = `${number.format(total)} customers`;
      this.view.setAttribute('aria-rowcount', String(total + 1));
    }
    this.body.style.blockSize = `${total * rowHeight}px`;
    this.height = this.view.clientHeight;
    for (let slot = Math.ceil(this.height / rowHeight) + 1 + 2 * overscan - this.#slots.length; slot > 0; slot--) this.#slots.push(this.#createSlot());
    this.#draw();
  }

  replace(row) {
    for (const page of this.#pages.values()) {
      const at = page.findIndex(({ id }) => id === row.id);
      if (at >= 0) page[at] = row;
    }
    this.#draw();
  }

  #listen() {
    const again = (change) => { Object.assign(this.#query, change); void this.load(); };
    const [search, select] = this.element.querySelectorAll('input, select');
    let pause;
    search.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(() => again({ search: search.value }), 200); });
    select.addEventListener('change', () => again({ lifecycle: select.value }));
    this.element.querySelectorAll('.head button').forEach((button, at) => button.addEventListener('click', () => again({ sort: ['name', 'city', 'lifecycle', 'owner', '-updatedAt'][at] })));
    this.view.addEventListener('keydown', ({ key }) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step) this.#moveTo(Math.max(0, Math.min(this.#total - 1, this.#active + step)));
    });
  }

  #moveTo(index) {
    const slot = () => this.#slots[this.#active % this.#slots.length];
    slot().element.tabIndex = -1;
    this.#active = index;
    const top = index * rowHeight;
    if (top < this.view.scrollTop || top > this.view.scrollTop + this.height - 2 * rowHeight) this.view.scrollTop = top;
    this.#draw();
    slot().element.tabIndex = 0;
    slot().element.focus({ preventScroll: true });
  }

  #at = (index) => this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];

  #createSlot() {
    const element = document.createElement('div');
    element.className = 'row';
    const cells = heads.map(() => element.appendChild(document.createElement('span')));
    if (this.withTools) {
      element.setAttribute('role', 'row');
      element.tabIndex = -1;
      for (const cell of cells) cell.setAttribute('role', 'gridcell');
    }
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
      if (slot.index !== index) {
        slot.element.style.transform = `translateY(${index * rowHeight}px)`;
        if (this.withTools) {
          slot.element.setAttribute('aria-rowindex', String(index + 2));
          slot.element.tabIndex = index === this.#active ? 0 : -1;
        }
      } else if (slot.row === row) continue;
      slot.index = index;
      slot.row = row;
      const texts = row ? [row.name, row.city, row.lifecycle, row.owner.name, day.format(new Date(row.updatedAt))] : ['', '', '', '', ''];
      texts.forEach((text, cell) => { slot.cells[cell].textContent = text; });
      if (this.withTools) slot.cells[0].title = texts[0];
    }
  }

  async #fetch(page) {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    this.#pages.set(page, (await ask({ limit: pageSize, cursor: page * pageSize, ...this.#query })).data);
    this.#draw();
  }
}
