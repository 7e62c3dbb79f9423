/** What the benchmark presses: each dashboard mounted, and given other figures. */
import '/cdn/prm-portal.js';
import '/cdn/prm-partner-dashboard.js';
import { fetchAnswers, frame, openPortal, setStage, until } from '../stage.js';
import { DashboardByHand } from './by-hand.js';

const portal = document.querySelector('prm-portal');
const place = document.querySelector('#by-hand');
let service;
const opened = fetchAnswers().then((fetched) => openPortal(portal, (service = fetched).answer));
const ask = async (path) => (await service.answer(new Request(`https://service.bench${path}`))).json();

/** Every month, stage and product anew. */
function changed(times) {
  const { '/v1/dashboard': dashboard, '/v1/dashboard/results': results } = service.answers;
  const more = (value, at) => value + 3_000_000 * ((times + at) % 5);
  return {
    dashboard: {
      ...dashboard,
      figures: dashboard.figures.map((figure) => (figure.unit === 'money' ? { ...figure, value: more(figure.value, 0) } : figure)),
      months: dashboard.months.map((month, at) => ({ ...month, wonValue: more(month.wonValue, at) })),
      funnel: dashboard.funnel.map((stage, at) => ({ ...stage, value: more(stage.value, at) })),
    },
    top: { ...results, data: results.data.map((row, at) => ({ ...row, value: { ...row.value, amount: more(row.value.amount, at) } })) },
  };
}

const contenders = {
  widget: {
    async mount() {
      const widget = portal.appendChild(document.createElement('prm-partner-dashboard'));
      await until(() => widget.shadowRoot?.querySelector('.months rect'));
      return {
        remove: () => widget.remove(),
        update: (data) => {
          widget.loading.value = data;
          widget.requestUpdate();
        },
      };
    },
  },
  byHand: {
    async mount() {
      const dashboard = new DashboardByHand(place);
      const [programme, figures, results] = await Promise.all([ask('/v1/programme'), ask('/v1/dashboard'), ask('/v1/dashboard/results')]);
      dashboard.show(figures, results, programme.today);
      await until(() => dashboard.view.querySelector('.months rect'));
      return { remove: () => dashboard.view.remove(), update: ({ dashboard: other, top }) => dashboard.update(other, top) };
    },
  },
};

Object.assign(window, { ready: () => opened });
setStage(contenders, {
  async update({ update }, times) {
    for (let time = 0; time < times; time++) { update(changed(time)); await frame(); }
  },
});
