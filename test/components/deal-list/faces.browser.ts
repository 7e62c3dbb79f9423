import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-deal-list',
  path: '/v1/deals',
  prepare: async (world) => {
    await world.addApproved(world.seller, { name: 'Line 4 retrofit' });
    await world.addSubmitted(world.seller, { name: 'Pump station' });
    await world.addDraft(world.seller, { name: 'Spare parts' });
  },
  shows: { en: '3 deals', de: '3 Deals' },
});
