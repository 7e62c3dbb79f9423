import { crc32 } from 'node:zlib';

/** Small files that are what their type says. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
export const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from('ffd9', 'hex')]);
export const csv = Buffer.from('Kunde;Betrag\nBrückner;12,50\n');
export const html = Buffer.from('<!doctype html><script>alert(1)</script>');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
export const windowsProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

/** A ZIP of stored parts: what office files are inside. */
export function zip(parts: Record<string, string>): Buffer {
  const entries = Object.entries(parts).map(([name, text]) => ({ name: Buffer.from(name), data: Buffer.from(text) }));
  const fields = ({ name, data }: (typeof entries)[number]) => {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(name.length, 22);
    return header;
  };
  let offset = 0;
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  for (const entry of entries) {
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields(entry), entry.name, entry.data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields(entry), tail, entry.name]));
    local.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

const office = (part: string, type: string) => zip({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}.main+xml"/></Types>`,
  [part]: '<x/>',
});
const microsoft = 'application/vnd.openxmlformats-officedocument';
export const docx = office('word/document.xml', `${microsoft}.wordprocessingml.document`);
export const xlsx = office('xl/workbook.xml', `${microsoft}.spreadsheetml.sheet`);
export const pptx = office('ppt/presentation.xml', `${microsoft}.presentationml.presentation`);
export const docm = office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled');
export const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
