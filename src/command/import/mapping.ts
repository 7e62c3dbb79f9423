import type { Importable } from '../../contract/index.js';
import { UsageError } from '../command.js';
import type { Field } from './fields.js';

/** A column's place in the file and the field that it fills. */
export interface Mapped {
  column: string;
  index: number;
  field: Field;
  /** Not said, but guessed by the column's name. */
  guessed: boolean;
}

export interface Mapping {
  columns: Mapped[];
  /** Fields that are the same in every row. */
  fixed: { field: Field; text: string }[];
  ignored: string[];
}

interface Wanted {
  kind: Importable;
  map: readonly string[];
  set: readonly string[];
  key: string | undefined;
}

/** What columns are called, apart from the field's own name. */
const synonyms: Readonly<Record<string, string>> = {
  key: 'id|key|externalid|externalkey|number|no|nr|nummer|schluessel|code|customerno|kundennummer|partnerid|partnernumber|orderid|order|auftrag',
  name: 'company|companyname|firma|firmenname|title|bezeichnung|nom|nombre|nome|nazwa|fullname|account|product|partner|reseller',
  kind: 'type|art|partnertype|typ', parentKey: 'parent|distributor|parentid', tier: 'level|stufe|status|partnerlevel',
  territoryKey: 'territory|territoryid|gebiet|region', partnerKey: 'partner|partnerid|reseller|haendler', memberKey: 'member|seller|salesperson|verkaeufer', ownerKey: 'owner|ownerid',
  customerKey: 'customerid|customerno|kundennummer', customerName: 'customer|kunde|endcustomer|client',
  country: 'countrycode|land|pays|pais|kraj|countryregion|nation', city: 'town|ort|stadt|ville|ciudad|citta|miasto', street: 'address|strasse|adresse|address1|street1', postalCode: 'zip|zipcode|plz|postcode|postal',
  state: 'province|stateprovince|bundesland|county', phone: 'telephone|telefon|tel|phonenumber', email: 'mail|emailaddress|epost', domain: 'website|web|url|homepage|webseite', industry: 'branche|sector',
  contactName: 'contact|contactperson|ansprechpartner', contactEmail: 'email|mail', contactPhone: 'phone|telephone|telefon', category: 'group|productgroup|kategorie|warengruppe', listPrice: 'price|listenpreis|preis|unitprice',
  code: 'sku|articlenumber|artikelnummer|partnumber|itemnumber', company: 'companyname|firma|account', subject: 'topic|betreff|title|interest', message: 'text|comment|nachricht|description', source: 'channel|quelle|campaign|leadsource',
  value: 'amount|total|wert|betrag|revenue', note: 'notes|comment|bemerkung|notiz', closedOn: 'closed|closedate|orderdate|auftragsdatum|wonon', closeOn: 'expectedclose|closeexpected', submittedOn: 'submitted|registered|registeredon',
  stage: 'salesstage|phase', review: 'reviewstatus', role: 'rolle', 'line.productKey': 'product|productid|sku|article|artikel', 'line.quantity': 'qty|menge|anzahl', 'line.unitPrice': 'price|einzelpreis', 'line.amount': 'linetotal|extendedamount',
  'line.description': 'description|beschreibung', region: 'group|area', lifecycle: 'status|stage',
};

/** Case, accents, spaces and signs do not tell names apart. */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

const isOfLine = ({ name }: Field): boolean => name.startsWith('line.');
const bareName = ({ name }: Field): string => name.replace(/^line\./, '');
const namesOf = (field: Field): Set<string> => new Set([plain(bareName(field)), ...(synonyms[field.name] ?? '').split('|')]);

/** Puts together what was said of columns, and guesses the rest by their names. */
export function mapColumns(columns: readonly string[], fields: readonly Field[], { kind, map, set, key }: Wanted): Mapping {
  const listed = (names: readonly string[]) => names.map((name) => `  ${name}`).join('\n');
  const fieldNamed = (name: string): Field => {
    const field = fields.find((known) => known.name === name || known.name === name.replace(/^lines?\./, 'line.'));
    if (!field) throw new UsageError(`${kind} have no field ${name}. There are:\n${listed(fields.map((known) => known.name))}`);
    return field;
  };
  const indexOf = (name: string): number => {
    const exact = columns.indexOf(name);
    const index = exact >= 0 ? exact : columns.findIndex((column) => plain(column) === plain(name));
    if (index < 0) throw new UsageError(`The file has no column ${name}. There are:\n${listed(columns)}`);
    return index;
  };

  const found: Mapped[] = [];
  const ignored = new Set<number>();
  const add = (index: number, field: Field, guessed: boolean) => {
    const taken = found.find((known) => known.field === field);
    if (taken) throw new UsageError(`Both ${taken.column} and ${columns[index]} are mapped to ${field.name}. Choose one.`);
    found.push({ column: columns[index]!, index, field, guessed });
  };
  for (const pair of map) {
    const [column, field] = splitPair(pair, '--map', 'column=field');
    if (field) add(indexOf(column), fieldNamed(field), false);
    else ignored.add(indexOf(column));
  }
  const fixed = set.map((pair) => {
    const [field, text] = splitPair(pair, '--set', 'field=value');
    return { field: fieldNamed(field), text };
  });
  if (key !== undefined && !found.some(({ field, column }) => field.name === 'key' && plain(column) === plain(key))) {
    // The name of a column; or of a field that a column fills already, which then is the key, too.
    const index = columns.some((column) => plain(column) === plain(key)) ? indexOf(key) : found.find(({ field }) => field.name === key)?.index ?? indexOf(key);
    add(index, fieldNamed('key'), false);
  }

  const free = (field: Field) => !found.some((known) => known.field === field) && !fixed.some((known) => known.field === field);
  // Deals have lines where somebody said so or there are quantities; else their `Amount` is the deal's own.
  const hasLines = found.some(({ field }) => isOfLine(field)) || columns.some((column) => fields.some((field) => field.name === 'line.quantity' && namesOf(field).has(plain(column))));
  const guessable = fields.filter((field) => hasLines || !isOfLine(field));
  // What has the field's very name goes first: a column `Partner` is no name where one is called `Name`.
  for (const matches of [(field: Field, column: string) => plain(bareName(field)) === column, (field: Field, column: string) => namesOf(field).has(column)]) {
    for (const field of guessable.filter(free)) {
      const index = columns.findIndex((column, at) => matches(field, plain(column)) && !ignored.has(at) && !found.some((known) => known.index === at));
      if (index >= 0) add(index, field, true);
    }
  }
  requireFields(kind, columns, fields, (field) => !free(field));
  found.sort((one, other) => one.index - other.index);
  return { columns: found, fixed, ignored: columns.filter((_, index) => !found.some((known) => known.index === index)) };
}

function requireFields(kind: Importable, columns: readonly string[], fields: readonly Field[], filled: (field: Field) => boolean): void {
  const hasLines = fields.some((field) => isOfLine(field) && filled(field));
  for (const field of fields) {
    const wanted = field.required && (hasLines || !isOfLine(field));
    if (!wanted || filled(field)) continue;
    const how = field.name === 'key' ? 'Say which column tells rows apart with --key COLUMN.' : `Name its column with --map COLUMN=${field.name}, or one value for all rows with --set ${field.name}=VALUE.`;
    throw new UsageError(`No column is known to hold ${field.name}, which ${kind} need. ${how} Columns are:\n${columns.map((name) => `  ${name}`).join('\n')}`);
  }
}

/** At the last `=`: a column's name may hold one, a field's cannot; at the first for values. */
export function splitPair(text: string, option: string, form: string): [string, string] {
  const at = option === '--map' ? text.lastIndexOf('=') : text.indexOf('=');
  if (at <= 0) throw new UsageError(`${option} is written as ${option} "${form}", not ${text}.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
