/** Names of companies that do not exist, to mix among those that do: always the same for one seed. */

const firstNames = 'Anders Baker Carter Dalton Ellis Fischer Garcia Hansen Ivanov Jensen Keller Larsen Meyer Novak Olsen Peters Quinn Rossi Schmidt Tanaka Ulrich Vogel Weber Young Ziegler Moreau Dubois Lambert Bianchi Conti Kowalski Nowak Svensson Lindberg Virtanen Horvat Silva Costa Fernandez Ortiz Murphy Walsh Campbell Stewart Phillips Target Summit Pioneer Atlas Apex Delta Falcon Liberty Premier Sterling Vertex Zenith Horizon Beacon Crystal Phoenix Titan Nova Orion Sierra Cascade Harbor Granite Monarch'.split(' ');
const syllables = 'al an ar bel bor cal cam dan dor el en fal fer gal gen hal hel in jor kal ken lan lor mal mar nel nor ol or pal per quan ral ren sal sen tal tor ul val ven wal xan yar zel zor bri cro dra flo gri kro plu sta tri ve'.split(' ');
const trades = 'Hospitality Logistics Foods Capital Media Systems Technologies Energy Insurance Bank Realty Consulting Pharmaceuticals Medical Software Petroleum Mining Chemicals Steel Textiles Motors Aviation Marine Entertainment Resources Therapeutics Networks Security Design Packaging Printing Construction Furniture Optics Plastics Tools Water Waste Travel Marketing Staffing Education Sports Fashion Toys Jewelry Agriculture Dairy Brewing Bakery Restaurants Electronics Instruments Semiconductors Materials Robotics Diagnostics Lighting Ceramics Bearings Valves Pumps Fasteners Cables Batteries Trucks Tires Paper'.split(' ');
const plain = 'Group Holdings International Industries Partners Services Solutions Products Enterprises Global Company Associates Trading'.split(' ');
const forms = 'Inc.|Corp|LLC|Ltd.|GmbH|AG|B.V.|N.V.|S.A.|S.p.A.|AB|Oy|PLC|Co., Ltd.|GmbH & Co. KG|Pty Ltd|S.r.l.|Sp. z o.o.|A/S|'.split('|');

/** Mulberry32: small, seeded, good enough to choose words with. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` names, each of a company of its own. */
export function otherCompanies(count: number, random = seeded(20_261_125)): string[] {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const invented = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(syllables)).join('');
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) {
    const first = random() < 0.25 ? one(firstNames) : invented();
    const second = random() < 0.35 ? [random() < 0.3 ? one(firstNames) : invented()] : [];
    const words = [first, ...second, ...(random() < 0.8 ? [one(trades)] : []), ...(random() < 0.35 ? [one(plain)] : [])];
    names.add([...words, one(forms)].join(' ').trim());
  }
  return [...names];
}

/** Others that begin like one of these or share its longest word, and trade in something else: `Target Corp`, `Target Hospitality`. */
export function namesakes(of: readonly string[], each: number, random = seeded(20_261_126)): string[] {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  return of.flatMap((name) => {
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
    if (!words.length) return [];
    const longest = [...words].sort((a, b) => b.length - a.length)[0]!;
    return Array.from({ length: each }, (_, at) => [at % 2 ? longest : words[0]!, one(trades), random() < 0.3 ? one(plain) : '', one(forms)].filter(Boolean).join(' '));
  });
}
