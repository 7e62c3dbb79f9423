/** What the benchmark presses: each form mounted, and keys typed into its first field. */
import '/cdn/prm-portal.js';
import '/cdn/prm-deal-registration.js';
import { fetchAnswers, frame, openPortal, setStage, until } from '../stage.js';
import { placeForm } from './by-hand.js';

const portal = document.querySelector('prm-portal');
const place = document.querySelector('#by-hand');
let answer;
const opened = fetchAnswers().then((service) => {
  ({ answer } = service);
  return openPortal(portal, answer);
});
const ask = async (path) => (await answer(new Request(`https://service.bench${path}`))).json();

const contenders = {
  widget: {
    async mount() {
      localStorage.clear();
      const widget = portal.appendChild(document.createElement('prm-deal-registration'));
      await until(() => widget.shadowRoot?.querySelectorAll('.field .control').length >= 14);
      return { field: widget.shadowRoot.querySelector('[name=deal-name]'), remove: () => widget.remove() };
    },
  },
  byHand: {
    async mount() {
      localStorage.clear();
      const [programme, territories] = await Promise.all([ask('/v1/programme'), ask('/v1/territories'), ask('/v1/deals')]);
      const form = placeForm(place, programme, territories.data);
      await until(() => form.querySelectorAll('.field').length >= 14);
      return { field: form.querySelector('[name=name]'), remove: () => form.remove() };
    },
  },
};

Object.assign(window, { ready: () => opened });
setStage(contenders, {
  async key({ field }, times) {
    field.focus();
    for (let time = 0; time < times; time++) {
      const key = { key: 'a', bubbles: true, composed: true };
      field.dispatchEvent(new KeyboardEvent('keydown', key));
      field.dispatchEvent(new KeyboardEvent('keypress', key));
      // Through the editor, as a key goes: nothing else in a page leads there.
      document.execCommand('insertText', false, 'a');
      field.dispatchEvent(new KeyboardEvent('keyup', key));
      await frame();
    }
    if (field.value.length !== times) throw new Error(`${times} keys left ${field.value.length} letters.`);
  },
});
