import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileTypeOf, fileTypes, type FileType } from '../../../src/contract/index.js';
import { isOfType } from '../../../src/server/files/content-type.js';
import { attachment, endsLike } from '../../../src/server/files/rules.js';
import { csv, docm, docx, gif, html, jpeg, odt, pdf, png, pptx, svg, webp, windowsProgram, xlsx, zip } from './contents.js';

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Kunde;Betrag', 'utf16le')]);
const windows = Buffer.from('Br\xfcckner;12', 'latin1');

/** Declared name, content, and whether it is what it says. */
const contents: [name: string, what: string, content: Buffer, is: boolean][] = [
  ['a.pdf', 'a PDF', pdf, true], ['a.png', 'a PNG', png, true], ['a.gif', 'a GIF', gif, true], ['a.webp', 'a WebP', webp, true], ['a.jpg', 'a JPEG', jpeg, true],
  ['a.docx', 'a Word document', docx, true], ['a.xlsx', 'a workbook', xlsx, true], ['a.pptx', 'a presentation', pptx, true], ['a.odt', 'an OpenDocument text', odt, true],
  ['a.csv', 'a table in UTF-8', csv, true], ['a.csv', 'a table in UTF-16', utf16, true], ['a.csv', 'a table in a Windows page', windows, true],
  ['a.txt', 'a text with a formula', Buffer.from('=HYPERLINK("https://x.example")'), true], ['a.txt', 'a text with angle brackets', Buffer.from('a < b and b > c'), true],
  ['a.pdf', 'a web page', html, false], ['a.png', 'a drawing with a script', svg, false], ['a.txt', 'a web page', html, false], ['a.txt', 'a drawing with a script', svg, false],
  ['a.csv', 'a web page after blank lines', Buffer.concat([Buffer.from('\ufeff\n\n '), html]), false], ['a.csv', 'a table with a script in it', Buffer.from('a;b\n<script src=x>'), false],
  ['a.txt', 'a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), false], ['a.txt', 'XML', Buffer.from('<?xml version="1.0"?><a/>'), false],
  ['a.txt', 'a Windows program', windowsProgram, false], ['a.pdf', 'a Windows program', windowsProgram, false], ['a.txt', 'a PDF', pdf, false],
  ['a.png', 'a JPEG', jpeg, false], ['a.docx', 'a workbook', xlsx, false], ['a.docx', 'a document with macros', docm, false], ['a.docx', 'any ZIP', zip({ 'a.exe': 'MZ' }), false],
  ['a.txt', 'text with a NUL', Buffer.from('a\0b'), false], ['a.pdf', 'half a mark', Buffer.from('%P'), false], ['a.docx', 'half a ZIP', docx.subarray(0, 20), false],
];

describe('the content of a file', () => {
  let folder: string;
  before(async () => { folder = await mkdtemp(join(tmpdir(), 'prmkit-content-')); });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [name, what, content, is] of contents) {
    it(`is ${is ? '' : 'not '}taken for ${name} when it is ${what}`, async () => {
      const path = join(folder, 'content');
      await writeFile(path, content);
      assert.equal(await isOfType(path, fileTypeOf(name)!), is);
    });
  }
});

describe('the name of a file', () => {
  const names: [name: string, type: FileType, is: boolean][] = [
    ['Angebot.pdf', 'application/pdf', true], ['ANGEBOT.PDF', 'application/pdf', true], ['photo.jpeg', 'image/jpeg', true], ['a.tar.csv', 'text/csv', true],
    ['invoice.exe', 'application/pdf', false], ['run.bat', 'text/plain', false], ['page.html', 'text/plain', false], ['pdf', 'application/pdf', false], ['.pdf', 'application/pdf', false],
  ];
  for (const [name, type, is] of names) it(`${name} ${is ? 'fits' : 'does not fit'} ${type}`, () => assert.equal(endsLike(name, type), is));

  it('is taken for no type that can be run, macros included', () => {
    for (const ending of ['html', 'htm', 'svg', 'js', 'exe', 'bat', 'zip', 'docm', 'xlsm', 'xml', 'swf']) assert.equal(fileTypeOf(`a.${ending}`), undefined, ending);
    assert.ok(!Object.keys(fileTypes).some((type) => /html|svg|script|macro|zip$/i.test(type)));
  });

  it('is told to whoever saves it, in its own letters, and ends no header', () => {
    assert.equal(attachment('Angebot Müller "neu".pdf'), `attachment; filename="Angebot M_ller _neu_.pdf"; filename*=UTF-8''Angebot%20M%C3%BCller%20%22neu%22.pdf`);
    assert.doesNotMatch(attachment('a\r\nset-cookie: x=1\n.pdf'), /[\r\n]/);
  });
});
