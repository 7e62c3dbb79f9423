/** The limit: the same figures, charts and list, made by the script that one would write for this page and no other. */
const compact = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent' });
const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const money = (value) => compact.format(value / 100);

const names = {
  won_value: 'Won', won_count: 'Deals won', registered_count: 'Registered', win_rate: 'Win rate', open_value: 'Open pipeline', open_count: 'Open deals', lead_answer_rate: 'Leads answered in time',
  prospect: 'Prospect', qualified: 'Qualified', technical_validation: 'Technical validation', business_validation: 'Business validation', committed: 'Committed', closed_won: 'Won', closed_lost: 'Lost',
};
const say = ({ unit, value }) => (unit === 'money' ? money(value) : unit === 'ratio' ? percent.format(value) : value);
const compare = ({ unit, value, before }) => (before === null ? 'now' : value === before ? 'as before'
  : `${unit === 'ratio' ? `${Math.round(Math.abs(value - before) * 100)} points` : percent.format(Math.abs(value - before) / before)} ${value > before ? 'more' : 'less'} than before`);

const info = '<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentcolor"><path d="M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 16v-4M12 8h.01"/></svg>';
const item = (inner) => `<li>${inner}</li>`;
const bar = (name, words) => item(`<span>${name}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none"><rect height="8"></rect></svg><span>${words}</span>`);

export class DashboardByHand {
  constructor(place) {
    this.view = document.createElement('div');
    this.view.className = 'by-hand';
    place.append(this.view);
  }

  show({ figures, months, funnel, attention }, { data: top }, today) {
    this.view.innerHTML = `<header><h2>Results</h2><span>${['12 months', '3 months', '2026', '2025'].map((period, at) => `<label><input type="radio" name="period"${at ? '' : ' checked'}>${period}</label>`).join('')}</span></header>
      <ul class="figures">${figures.map(({ key }) => item(`<span>${names[key]} <button title="What it means">${info}</button></span><strong></strong><small></small>`)).join('')}</ul>
      <div class="sections">
        <section class="wide"><h3>Won by month</h3><div class="months">
          <svg viewBox="0 0 ${months.length * 10} 100" preserveAspectRatio="none">${months.map((_, at) => `<rect x="${at * 10 + 2.5}" width="5"></rect>`).join('')}</svg>
          <ol>${months.map((one) => item(`<span></span><small>${month.format(new Date(`${one.month}-01`))}</small>`)).join('')}</ol>
        </div></section>
        <section><h3>Needs attention now</h3><ul class="attention">${attention.map(({ title, dueOn }) =>
          item(`<button><span>${title}</span><small>Protection ends</small><time>${relative.format((Date.parse(dueOn) - Date.parse(today)) / 86_400_000, 'day')}</time></button>`)).join('')}</ul></section>
        <section><h3>Approved deals by stage</h3><ul class="bars funnel">${funnel.map(({ stage }) => bar(names[stage], '')).join('')}</ul></section>
        <section class="wide"><h3>Strongest products</h3><ul class="bars top">${top.map(({ product }) => bar(product.name, '')).join('')}</ul></section>
      </div>`;
    const all = (selector) => [...this.view.querySelectorAll(selector)];
    this.parts = {
      figures: all('.figures strong'), before: all('.figures small'), months: all('.months rect'), won: all('.months span'),
      funnel: all('.funnel rect'), stages: all('.funnel li > :last-child'), top: all('.top rect'), products: all('.top li > :last-child'),
    };
    this.update({ figures, months, funnel }, { data: top });
  }

  /** Writes what differs from what stands there. */
  update({ figures, months, funnel }, { data: top }) {
    const { parts } = this;
    figures.forEach((figure, at) => {
      write(parts.figures[at], say(figure));
      write(parts.before[at], compare(figure));
    });
    const most = Math.max(...months.map(({ wonValue }) => wonValue));
    months.forEach(({ wonValue }, at) => {
      const height = (wonValue / most) * 100;
      set(parts.months[at], 'y', 100 - height);
      set(parts.months[at], 'height', height);
      write(parts.won[at], money(wonValue));
    });
    const widest = Math.max(...funnel.map(({ value }) => value));
    funnel.forEach(({ value, count }, at) => {
      set(parts.funnel[at], 'width', (value / widest) * 100);
      write(parts.stages[at], `${money(value)} ${count} deals`);
    });
    const strongest = Math.max(...top.map(({ value }) => value.amount));
    top.forEach(({ value }, at) => {
      set(parts.top[at], 'width', (value.amount / strongest) * 100);
      write(parts.products[at], money(value.amount));
    });
  }
}

const write = (element, text) => { if (element.textContent !== String(text)) element.textContent = text; };
const set = (element, name, value) => { if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value); };
