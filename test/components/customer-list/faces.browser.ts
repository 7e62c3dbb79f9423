import { describeFaces } from '../faces.js';

describeFaces({
  tag: 'prm-customer-list',
  path: '/v1/customers',
  prepare: async (world) => {
    await world.addCustomer(world.seller, { name: 'Brückner Maschinenbau', city: 'Leipzig' });
    await world.addCustomer(world.seller, { name: 'Ålesund Verft', city: 'Ålesund', lifecycle: 'sold' });
  },
  shows: { en: '2 customers', de: '2 Kunden' },
});
