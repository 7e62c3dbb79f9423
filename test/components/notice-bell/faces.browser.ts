import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-notice-bell',
  path: '/v1/notices',
  prepare: async (world) => {
    await world.addApproved(world.seller);
    await world.deliver();
  },
  shows: { en: '1 unread notice', de: '1 ungelesene Mitteilung' },
});
