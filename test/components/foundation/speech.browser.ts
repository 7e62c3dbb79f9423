import { expect } from '@open-wc/testing';
import { words } from '../../../src/components/locale/catalogue.js';
import { Speech } from '../../../src/components/locale/speech.js';
import { until } from '../until.js';

/** A widget's words that are lost on their way the first time. */
const lostOnce = () => {
  let asked = 0;
  const load = async () => {
    if (asked++ === 0) throw new TypeError('Failed to fetch dynamically imported module');
    return { default: { title: 'Deals' } };
  };
  return { source: words({ en: load, de: load, fr: load, es: load, pt: load, ja: load, zh: load, ar: load }), asked: () => asked };
};

describe('a widget’s words', () => {
  it('that were lost are asked for again when the widget is put back', async () => {
    const { source, asked } = lostOnce();
    const speech = new Speech(() => source, () => undefined);
    speech.follow('en', undefined);
    await until(() => asked() === 1, 'They are asked for');
    await new Promise((resolve) => setTimeout(resolve));
    expect(speech.t, 'nothing can be said').to.equal(undefined);
    speech.stop();
    speech.follow('en', undefined);
    await until(() => speech.t !== undefined, 'They have come');
    expect(speech.t!('title')).to.equal('Deals');
    speech.follow('en', undefined);
    expect(asked(), 'and are asked for no more').to.equal(2);
  });
});
