import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-partner-dashboard',
  path: '/v1/dashboard',
  prepare: async (world) => {
    await world.addApproved(world.seller, { name: 'Line 4 retrofit' });
    const { id } = await world.addApproved(world.seller, { name: 'Pump station' });
    await world.call(world.seller, 'POST', `/v1/deals/${id}/stage`, { stage: 'closed_won' });
    await world.addOffered(world.seller);
  },
  shows: { en: 'Needs attention now', de: 'Jetzt zu erledigen' },
});
