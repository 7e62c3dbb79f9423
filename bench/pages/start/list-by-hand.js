/** The limit: the list of deals as a table, made by the script that one would write for this page and no other. */
import { ask } from './session.js';

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const words = {
  submitted: 'Submitted', approved: 'Approved', move_stage: 'Say how far it is',
  prospect: 'Prospect', qualified: 'Qualified', technical_validation: 'Technical validation', business_validation: 'Business validation', committed: 'Committed',
};
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const left = ({ state, daysLeft }) => (state === 'none' ? '–' : `<progress max="90" value="${daysLeft}"></progress> ${daysLeft} days left`);

const { data, total } = await ask('/v1/deals?limit=100&include=anchors');
document.querySelector('#place').innerHTML = `
  <header class="list-head"><h2>Deals <small>${total} deals</small></h2><input type="search" placeholder="Search deals"><select><option>All</option><option>Open</option><option>Waiting</option><option>Approved</option></select><button>Register deal</button></header>
  <div class="window"><table>
    <thead><tr><th>Deal</th><th>Review</th><th>Stage</th><th>Value</th><th>Protection</th></tr></thead>
    <tbody>${data.slice(0, 25).map(({ name, customer, member, review, nextStep, stage, closeOn, value, protection }) => `<tr>
      <td><strong>${escaped(name)}</strong><small>${escaped(`${customer.name} · ${member.name}`)}</small></td>
      <td>${words[review]}<small>${nextStep ? words[nextStep.code] : ''}</small></td>
      <td>${words[stage]}<small>${day.format(new Date(closeOn))}</small></td>
      <td>${money.format(value.amount / 100)}</td><td>${left(protection)}</td>
    </tr>`).join('')}</tbody>
  </table></div>`;
