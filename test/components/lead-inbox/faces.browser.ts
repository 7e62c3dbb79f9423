import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-lead-inbox',
  path: '/v1/leads',
  prepare: async (world) => {
    await world.addOffered(world.seller);
    await world.addOffered(world.seller, { company: 'Zellstoff Nord', subject: 'Filters' });
  },
  shows: { en: '2 leads', de: '2 Leads' },
});
