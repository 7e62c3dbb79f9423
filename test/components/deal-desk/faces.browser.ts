import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-deal-desk',
  path: '/v1/reviews',
  person: ({ manager }) => manager,
  prepare: async (world) => {
    await world.addSubmitted(world.seller, { name: 'Line 4 retrofit' });
    await world.addSubmitted(world.seller, { name: 'Pump station' });
    await world.addSubmitted(world.rival, { name: 'Spare parts' });
    await world.deliver();
  },
  shows: { en: '3 deals', de: '3 Deals' },
});
