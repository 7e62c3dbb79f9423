import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../../src/server/index.js';
import { createTestDatabase, engines } from '../../server/database.js';
import { makeDirectory } from '../../server/template.js';
import { openShell, type Shell } from '../terminal.js';

const territories = 'TerritoryKey,Region,Country,Group\n1,Northwest,United States,North America\n4,Bavaria,Germany,Europe\n9,Corporate HQ,Corporate HQ,Corporate HQ\n';
const partners = '\ufeffResellerKey;Business Type;Reseller;City;Country-Region\r\n"7";Warehouse;"Müller ""Rad"" GmbH";"Köln; Süd";Deutschland\r\n8;Specialty Shop;Wheels & Co;Oakland;USA\r\n';
const products = 'ProductKey,Product,List Price,SKU\n10,"Frame, black","1,431.50",FR-1\n11,Helmet,33.6442,HL-1\n';
const sales = [
  'Sales Order,Line,Order Date,ResellerKey,ProductKey,Quantity,Unit Price,Amount',
  'SO1,1,2025-12-29,7,10,1,2024.9940,2024.9940', 'SO2,1,2026-01-02,8,11,3,33.6442,100.9326', 'SO1,2,2025-12-31,7,11,2,33.6442,67.2884', 'SO3,1,2026-01-05,8,11,1,0.0050,0.0050', 'SO4,1,2026-01-05,9,11,1,1,1',
].join('\n');
const dealOptions = ['--key', 'Sales Order', '--map', 'ResellerKey=partnerKey', '--map', 'Order Date=closedOn', '--map', 'ProductKey=line.productKey', '--set', 'stage=closed_won', '--pick', 'closedOn=earliest'];

describe('importing what a vendor has', () => {
  let shell: Shell;
  let url: string | undefined;
  let drop: (() => Promise<void>) | undefined;
  before(async () => {
    // Each command opens the database anew, which PGlite takes a second for.
    if (engines.includes('postgres')) ({ url, close: drop } = await createTestDatabase('postgres'));
    shell = await openShell(url ? { PRMKIT_DATABASE_URL: url } : {});
    if (!url) await makeDirectory(shell.data);
    await shell.prmkit('programme', 'create', 'Bikes', '--currency', 'USD', '--time-zone', 'America/New_York');
  });
  after(async () => {
    await shell.close();
    await drop?.();
  });

  /** Rows straight from the database, which no command holds between two runs. */
  async function stored<T>(read: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>): Promise<T> {
    const database = await openDatabase(url ? { url } : { directory: shell.data });
    return read(database.db).finally(() => database.close());
  }

  it('shows the mapping, the first rows and every rejected row, and writes nothing unless told to', async () => {
    const file = await shell.write('territories.csv', territories);
    const { code, out, err } = await shell.prmkit('import', 'territories', file, '--key', 'TerritoryKey', '--map', 'Region=name', '--map', 'Group=region');
    assert.equal(code, 1);
    assert.match(out, /TerritoryKey +→ +key\n/);
    assert.match(out, /Country +→ +country \(by its name\)/);
    assert.match(out, /line 3 {2}key: 4 · name: Bavaria · country: DE · region: Europe/);
    assert.match(out, /line 4, Country: Corporate HQ is no country/);
    assert.match(out, /New: 2 {3}There already: 0 {3}Rejected: 1 /);
    assert.match(err, /1 of 3 territories would be rejected/);
    assert.deepEqual(await stored((db) => db.selectFrom('territories').select('id').execute()), []);
  });

  it('writes what is sound, whatever the file looks like', async () => {
    await shell.prmkit('import', 'territories', await shell.write('territories.csv', territories), '--key', 'TerritoryKey', '--map', 'Region=name', '--map', 'Group=region', '--apply');
    const meanings = ['--value-map', 'kind:Warehouse=distributor', '--value-map', 'kind:specialty shop=reseller'];
    const run = await shell.prmkit('import', 'partners', await shell.write('partners.csv', partners), '--key', 'ResellerKey', '--map', 'Reseller=name', '--map', 'Business Type=kind', ...meanings, '--apply');
    assert.equal(run.code, 0, run.out + run.err);
    assert.equal((await shell.prmkit('import', 'products', await shell.write('products.csv', products), '--key', 'ProductKey', '--map', 'Product=name', '--apply')).code, 0);
    const found = await stored((db) => db.selectFrom('partners').select(['name', 'city', 'country', 'kind', 'external_key']).orderBy('external_key').execute());
    assert.deepEqual(found, [
      { name: 'Müller "Rad" GmbH', city: 'Köln; Süd', country: 'DE', kind: 'distributor', external_key: '7' },
      { name: 'Wheels & Co', city: 'Oakland', country: 'US', kind: 'reseller', external_key: '8' },
    ]);
    assert.deepEqual(await stored((db) => db.selectFrom('products').select(['name', 'list_price_minor']).orderBy('external_key').execute()), [{ name: 'Frame, black', list_price_minor: 143_150 }, { name: 'Helmet', list_price_minor: 3_364 }]);
  });

  it('makes one deal of the rows that share a key, wherever they stand, and rounds its value once', async () => {
    const file = await shell.write('sales.csv', sales);
    const { out } = await shell.prmkit('import', 'deals', file, ...dealOptions, '--apply');
    assert.match(out, /line 6, ResellerKey: No record has this key/);
    assert.match(out, /Written: 3 {3}There already: 0 {3}Rejected: 1 /);
    const deals = await stored((db) => db.selectFrom('deals').select(['external_key', 'value_minor', 'closed_on', 'review', 'stage', 'customer_name']).orderBy('external_key').execute());
    assert.deepEqual(deals.map((deal) => [deal.external_key, deal.value_minor, deal.closed_on, deal.customer_name]), [
      ['SO1', 209_228, '2025-12-29', 'Müller "Rad" GmbH'], ['SO2', 10_093, '2026-01-02', 'Wheels & Co'], ['SO3', 1, '2026-01-05', 'Wheels & Co'],
    ]);
    assert.ok(deals.every(({ review, stage }) => review === 'approved' && stage === 'closed_won'));
    assert.deepEqual((await stored((db) => db.selectFrom('deal_lines').select('amount').orderBy('amount').execute())).map(({ amount }) => amount), ['0.0050', '67.2884', '100.9326', '2024.9940']);
  });

  it('changes nothing when it runs again', async () => {
    const counts = () => stored(async (db) => [(await db.selectFrom('deals').select('id').execute()).length, (await db.selectFrom('customers').select('id').execute()).length, (await db.selectFrom('history').select('id').execute()).length]);
    const before = await counts();
    const { out } = await shell.prmkit('import', 'deals', await shell.write('sales.csv', sales), ...dealOptions, '--apply');
    assert.match(out, /Written: 0 {3}There already: 3 /);
    assert.deepEqual(await counts(), before);
  });

  it('reads Windows-1252, decimal commas and days as they are written there', async () => {
    const text = 'Nr;Firma;Händler;Ort;Umsatz\r\n1;Bäckerei Größner;7;Köln;x\r\n2;Café Élan;7;Düren;y\r\n';
    const file = await shell.write('customers.csv', Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    const { code, out } = await shell.prmkit('import', 'customers', file, '--apply');
    assert.equal(code, 0, out);
    assert.match(out, /windows-1252, columns separated by “;”/);
    assert.deepEqual((await stored((db) => db.selectFrom('customers').select('name').where('external_key', 'in', ['1', '2']).orderBy('external_key').execute())).map(({ name }) => name), ['Bäckerei Größner', 'Café Élan']);

    const deals = await shell.write('deals.csv', 'Nr;Partner;Name;Wert;Abschluss\nA;7;Linie 1;1.234,50 €;03.04.2026\nB;7;Linie 2;1.234;31.12.2026\n');
    await shell.prmkit('import', 'deals', deals, '--map', 'Abschluss=closeOn', '--map', 'Wert=value', '--apply');
    assert.deepEqual(await stored((db) => db.selectFrom('deals').select(['value_minor', 'close_on']).where('external_key', 'in', ['A', 'B']).orderBy('external_key').execute()), [
      { value_minor: 123_450, close_on: '2026-04-03' }, { value_minor: 123_400, close_on: '2026-12-31' },
    ]);
  });

  it('asks where a file leaves open what is meant', async () => {
    const file = await shell.write('open.csv', 'Nr,Partner,Name,Value,Close\nC,7,Line,"1,234",03/04/2026\n');
    const { out } = await shell.prmkit('import', 'deals', file, '--map', 'Close=closeOn');
    assert.match(out, /line 2, Value: 1,234 may have a decimal or a thousands separator/);
    assert.match(out, /line 2, Close: 03\/04\/2026 may begin with the day or the month/);
    const told = await shell.prmkit('import', 'deals', file, '--map', 'Close=closeOn', '--decimal', '.', '--date-format', 'mdy');
    assert.match(told.out, /value: 1234 .*closeOn: 2026-03-04|closeOn: 2026-03-04.*value: 1234/);
  });

  it('rejects a second row of the same key and rows of one deal that disagree', async () => {
    const twice = await shell.write('twice.csv', 'Id,Name\nX,One\nX,Two\n');
    assert.match((await shell.prmkit('import', 'products', twice)).out, /line 3, Id: X stands in line 2 already/);
    const disagree = await shell.write('disagree.csv', 'Order,Reseller,Qty,Price\nY,7,1,1.5\nY,8,1,1.5\n');
    assert.match((await shell.prmkit('import', 'deals', disagree)).out, /line 3, Reseller: 8 here, but 7 in line 2/);
  });

  it('explains a wrong call before it opens anything', async () => {
    const file = await shell.write('bare.csv', 'Name\nOne\n');
    const { code, err } = await shell.prmkit('import', 'partners', file);
    assert.equal(code, 2);
    assert.match(err, /--key COLUMN/);
    assert.equal((await shell.prmkit('import', 'planets', file)).code, 2);
    assert.match((await shell.prmkit('import', 'partners', `${file}.none`)).err, /There is no file/);
    assert.match((await shell.prmkit('import', 'products', await shell.write('open-quote.csv', 'Id,Name\n1,"never closed\n2,x\n'))).err, /from line 2 on/);
  });
});
