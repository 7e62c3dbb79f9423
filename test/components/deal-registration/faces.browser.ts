import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-deal-registration',
  path: '/v1/territories',
  prepare: (world) => world.addDraft(world.seller, { name: 'Spare parts' }),
  shows: { en: 'Register a new deal', de: 'Deal registrieren' },
});
