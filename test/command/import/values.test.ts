import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryCode } from '../../../src/command/import/countries.js';
import { dateOrderOf, readDay, type DateOrder } from '../../../src/command/import/days.js';
import { fieldsOfKind } from '../../../src/command/import/fields.js';
import { mapColumns } from '../../../src/command/import/mapping.js';
import { decimalSignOf, readDecimal, type DecimalSign } from '../../../src/command/import/numbers.js';
import { columnNames } from '../../../src/command/import/read-csv.js';

const shown = (read: { value: string } | { problem: string }) => ('value' in read ? read.value : 'refused');

describe('reading a number', () => {
  const cases: [text: string, sign: DecimalSign | undefined, value: string][] = [
    ['1234', undefined, '1234'], ['1.234,50', undefined, '1234.5'], ['1,234.50', undefined, '1234.5'], ['1 234,50', undefined, '1234.5'],
    ['1\u202f234,50', undefined, '1234.5'], ['1’234.50', undefined, '1234.5'], ['1.234.567', undefined, '1234567'], ['2024.9940', undefined, '2024.994'],
    ['0,5', undefined, '0.5'], ['0.125', undefined, '0.125'], ['€ 12,50', undefined, '12.5'], ['12.50 USD', undefined, '12.5'], ['007', undefined, '7'], ['12.500000', '.', '12.5'],
    ['1.234', ',', '1234'], ['1.234', '.', '1.234'], ['1,234', ',', '1.234'],
    ['1.234', undefined, 'refused'], ['1,23,456', '.', 'refused'], ['-5', undefined, 'refused'], ['12.34567', '.', 'refused'], ['twelve', undefined, 'refused'], ['1,5', '.', 'refused'], ['', undefined, 'refused'],
  ];
  for (const [text, sign, value] of cases) {
    it(`takes “${text}”${sign ? ` with a decimal “${sign}”` : ''} for ${value}`, () => assert.equal(shown(readDecimal(text, sign)), value));
  }

  it('knows which numbers settle the sign', () => {
    assert.deepEqual(['1.234,50', '12,5', '1.234', '1,234,567', '99', 'x'].map(decimalSignOf), [',', ',', 'either', '.', undefined, undefined]);
  });
});

describe('reading a day', () => {
  const cases: [text: string, order: DateOrder | undefined, value: string][] = [
    ['2026-12-31', undefined, '2026-12-31'], ['2026/1/5', undefined, '2026-01-05'], ['31.12.2026', undefined, '2026-12-31'], ['1.2.26', undefined, '2026-02-01'], ['31/12/2026', undefined, '2026-12-31'],
    ['12/31/2026', undefined, '2026-12-31'], ['2026-12-31T10:00:00Z', undefined, '2026-12-31'], ['31.12.2026 10:15', undefined, '2026-12-31'], ['5 May 2026', undefined, '2026-05-05'],
    ['7. März 2026', undefined, '2026-03-07'], ['Dec 24, 2026', undefined, '2026-12-24'], ['04/04/2026', undefined, '2026-04-04'],
    ['03/04/2026', 'dmy', '2026-04-03'], ['03/04/2026', 'mdy', '2026-03-04'],
    ['03/04/2026', undefined, 'refused'], ['31.02.2026', undefined, 'refused'], ['2026-13-01', undefined, 'refused'], ['44561', undefined, 'refused'], ['soon', undefined, 'refused'],
  ];
  for (const [text, order, value] of cases) {
    it(`takes “${text}”${order ? ` as ${order}` : ''} for ${value}`, () => assert.equal(shown(readDay(text, order)), value));
  }

  it('knows which days settle the order', () => {
    assert.deepEqual(['31/12/2026', '12/31/2026', '03/04/2026', '2026-01-02', '01.02.2026'].map(dateOrderOf), ['dmy', 'mdy', 'either', 'ymd', 'dmy']);
  });
});

describe('reading a country', () => {
  it('knows codes and names in several languages, and no others', () => {
    const texts = ['DE', 'us', 'UK', 'United States', 'United Kingdom', 'Vereinigte Staaten', 'Österreich', 'Allemagne', 'Polska', 'CZECH REPUBLIC', 'Türkei', 'Corporate HQ', '[Not Applicable]'];
    assert.deepEqual(texts.map(countryCode), ['DE', 'US', 'GB', 'US', 'GB', 'US', 'AT', 'DE', 'PL', 'CZ', 'TR', undefined, undefined]);
  });
});

describe('mapping columns', () => {
  const mapped = (columns: string[], kind: 'partners' | 'deals' | 'customers', wanted: { map?: string[]; set?: string[]; key?: string } = {}) => {
    const mapping = mapColumns(columns, fieldsOfKind(kind), { kind, map: [], set: [], key: undefined, ...wanted });
    return { ...Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field.name])), ...(mapping.ignored.length && { ignored: mapping.ignored }) };
  };

  it('guesses fields by the names of columns, whatever their case and signs', () => {
    assert.deepEqual(mapped(['Kundennummer', 'Firma', 'PLZ', 'Ort', 'LAND', 'Partner-ID', 'E-Mail', 'Farbe'], 'customers'), {
      Kundennummer: 'key', Firma: 'name', PLZ: 'postalCode', Ort: 'city', LAND: 'country', 'Partner-ID': 'partnerKey', 'E-Mail': 'contactEmail', ignored: ['Farbe'],
    });
  });

  it('lets what is said go before what is guessed', () => {
    assert.deepEqual(mapped(['Id', 'Name', 'Type', 'Alias'], 'partners', { key: 'alias', map: ['Name=', 'Id=name'] }), { Id: 'name', Type: 'kind', Alias: 'key', ignored: ['Name'] });
  });

  it('maps lines of deals', () => {
    assert.deepEqual(mapped(['Order', 'Reseller', 'SKU', 'Qty', 'Price'], 'deals', { map: ['SKU=line.productKey'] }), { Order: 'key', Reseller: 'partnerKey', SKU: 'line.productKey', Qty: 'line.quantity', Price: 'line.unitPrice' });
  });

  it('says what is missing, unknown or double', () => {
    assert.throws(() => mapped(['Name'], 'partners', { set: ['kind=reseller'] }), /key/);
    assert.throws(() => mapped(['Id', 'Name'], 'partners'), /kind/);
    assert.throws(() => mapped(['Id', 'Name'], 'partners', { map: ['Colour=name'] }), /no column Colour/);
    assert.throws(() => mapped(['Id', 'Name'], 'partners', { map: ['Name=colour'] }), /no field colour/);
    assert.throws(() => mapped(['Id', 'A', 'B'], 'partners', { map: ['A=name', 'B=name'] }), /Both A and B/);
  });

  it('tells columns of one name apart', () => {
    assert.deepEqual(columnNames(['Name', '', 'Name']), ['Name', 'Column 2', 'Name (2)']);
  });
});
