/** Customers for both lists, from a stand-in for the service in the page: the lists are measured, not the network. */
const cities = ['Kiel', 'Lyon', 'Sevilla', 'Tromsø', 'Innsbruck'];
const customer = (index) => ({
  id: `cus_${String(index).padStart(32, '0')}`, version: 1, createdAt: '2026-01-12T08:30:00.000Z', updatedAt: '2026-02-12T08:30:00.000Z',
  name: `Customer ${index}`, domain: null, country: 'DE', city: cities[index % cities.length], lifecycle: 'engaged',
  partner: { id: 'par_1', name: 'Nordwind' }, owner: { id: 'mem_1', name: 'Sven Seller' }, actions: ['read', 'change'],
});

let total = 0;
export const setTotal = (count) => (total = count);

function page({ limit = '50', cursor, include }) {
  const first = cursor ? Number(cursor) : 0;
  const last = Math.min(total, first + Number(limit));
  const anchors = Array.from({ length: Math.max(0, Math.ceil(total / 200) - 1) }, (_, at) => ({ index: (at + 1) * 200, cursor: String((at + 1) * 200) }));
  return {
    data: Array.from({ length: last - first }, (_, at) => customer(first + at)), hasMore: last < total, nextCursor: last < total ? String(last) : null,
    ...(include && { total, anchors }),
  };
}

const session = {
  id: 'ses_1', programmeId: 'prg_1', scopes: [], expiresAt: '2036-01-01T00:00:00.000Z', partner: { id: 'par_1', name: 'Nordwind', kind: 'reseller' },
  member: { id: 'mem_1', name: 'Sven Seller', email: 'sven@nordwind.example', role: 'partner_admin', locale: null },
};
const programme = { id: 'prg_1', version: 1, name: 'Vendor', currency: 'EUR', timeZone: 'Europe/Berlin', today: '2026-03-01', settings: { brand: {} }, actions: [] };

const answers = {
  '/v1/session': () => ({ ...session, programme }),
  '/v1/programme': () => programme,
  '/v1/customers': page,
  '/v1/changes': () => ({ cursor: '0', resources: [], data: [] }),
};

/** Answers as the service would, at once. */
export async function answer(request) {
  const { pathname, searchParams } = new URL(request.url);
  return new Response(JSON.stringify(answers[pathname](Object.fromEntries(searchParams))), { headers: { 'content-type': 'application/json' } });
}
