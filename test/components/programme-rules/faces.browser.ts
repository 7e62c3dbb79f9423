import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-programme-rules',
  path: '/v1/rules',
  person: ({ principal }) => principal,
  prepare: (world) => world.changeRules({ automaticApprovals: [{ key: 'small', label: 'Small deals', maxValue: 1_000_000, partnerKinds: ['reseller'], tiers: ['gold'] }] }),
  shows: { en: 'Up to €10,000 from Gold resellers: approved by itself.', de: 'durch Reseller der Stufe Gold: automatisch genehmigt.' },
});
