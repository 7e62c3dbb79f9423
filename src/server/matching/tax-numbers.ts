/** Prefixes of VAT numbers, which some write and some do not. */
const prefixes = /^(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)(?=[A-Z0-9]*\d)/;

/** A tax number as it is compared: letters and digits, without the country's prefix. Nothing where too little is left to mean one company. */
export function plainTaxNumber(number: string | null | undefined): string | undefined {
  const letters = (number ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const bare = letters.replace(prefixes, '').replace(/(MWST|TVA|IVA|MVA)$/, '');
  // A placeholder (`000000`) is nobody's.
  return bare.length >= 6 && new Set(bare).size > 1 ? bare : undefined;
}
