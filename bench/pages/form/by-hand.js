/** The limit: the same fields in native HTML, made by the script that one would write for this page and no other. */
const wide = (field) => field.type === 'long_text' || field.key === 'note';
const isDate = (field) => field.type === 'date' || field.key === 'closeOn';
const isMoney = (field) => field.type === 'money' || field.key === 'value';

const options = (choices) => `<option value="">Choose</option>${choices.map(({ value, label }) => `<option value="${value}">${label}</option>`).join('')}`;

function controlOf(field, territories) {
  const about = `id="${field.key}" name="${field.key}"${field.required ? ' required' : ''}${field.help ? ` aria-describedby="${field.key}-help"` : ''}`;
  if (field.key === 'territoryId') return `<select ${about}>${options(territories.map(({ id, name }) => ({ value: id, label: name })))}</select>`;
  if (field.type === 'choice') return `<select ${about}>${options(field.options.map(({ value, label }) => ({ value, label: label.en })))}</select>`;
  if (wide(field)) return `<textarea ${about} rows="3"></textarea>`;
  const input = `<input ${about} autocomplete="off"${isDate(field) ? ' type="date"' : field.type === 'number' || isMoney(field) ? ' inputmode="decimal"' : ''}>`;
  return isMoney(field) ? `<span class="with-unit">${input}<span>EUR</span></span>` : input;
}

const renderField = (field, territories) => `<div class="field${wide(field) ? ' wide' : ''}">
  <label for="${field.key}">${field.label.en}${field.required ? '' : ' <small>optional</small>'}</label>
  ${controlOf(field, territories)}
  ${field.help ? `<small id="${field.key}-help">${field.help.en}</small>` : ''}
</div>`;

/** The form in its place, keeping what is typed on this device from the first letter and bringing it back, as the widget does. */
export function placeForm(place, { settings }, territories) {
  const form = document.createElement('form');
  form.className = 'by-hand';
  form.noValidate = true;
  form.innerHTML = `<h2>Register a deal</h2><p>An approved deal is protected for ${settings.protection.days} days.</p>
    ${settings.dealForm.sections.map(({ label, fields }) => `<div class="section" role="group"><h3>${label.en}</h3>${fields.map((field) => renderField(field, territories)).join('')}</div>`).join('')}
    <div class="foot"><button>Register deal</button></div>`;
  const values = JSON.parse(localStorage.getItem('deal') ?? '{}');
  for (const [name, value] of Object.entries(values)) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener('input', ({ target }) => {
    values[target.name] = target.value;
    localStorage.setItem('deal', JSON.stringify(values));
  });
  place.append(form);
  return form;
}
