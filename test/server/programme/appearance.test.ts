import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, expectStatus, startService, type Person, type TestProgramme, type TestService } from '../service.js';

const whole = {
  colorPrimary: '#0a7d5c', colorBackground: 'light-dark(#fff, #101418)', colorText: 'rgb(20, 24, 28)', colorTextSecondary: 'hsl(210deg 10% 40%)', colorBorder: 'oklch(0.9 0.01 262)',
  colorDanger: 'lab(50% 60 40)', colorWarning: 'oklab(0.75 0.02 0.15)', colorSuccess: 'hwb(150 10% 40%)', fontFamily: '"Instrument Sans", Inter, system-ui, sans-serif', fontSizeBase: '15px',
  fontWeightStrong: '700', borderRadius: '0px', spacingUnit: '4.5px', rowHeight: '44px', colorScheme: 'auto', density: 'compact', overlay: 'border',
  logo: 'https://www.vendor.example:8443/images/logo.png?v=2',
};

/** What nobody may put into every page of a programme. */
const refused: [about: string, appearance: object, pointer: string][] = [
  ['a url', { colorPrimary: 'url(https://evil.example/x)' }, 'colorPrimary'],
  ['a second declaration', { colorPrimary: '#fff; background: url(//evil.example)' }, 'colorPrimary'],
  ['a colour that could be see-through', { colorBackground: '#ffffff80' }, 'colorBackground'],
  ['an alpha', { colorBackground: 'rgb(0 0 0 / 0.5)' }, 'colorBackground'],
  ['a variable', { colorText: 'var(--host-secret)' }, 'colorText'],
  ['an expression', { colorText: 'rgb(calc(1 + 1) 2 3)' }, 'colorText'],
  ['a relative colour', { colorText: 'rgb(from red r g b)' }, 'colorText'],
  ['a keyword', { colorBorder: 'inherit' }, 'colorBorder'],
  ['a comment', { colorDanger: '#fff/**/' }, 'colorDanger'],
  ['a line break', { colorDanger: '#ffffff\n' }, 'colorDanger'],
  ['an enormous colour', { colorDanger: `#${'f'.repeat(5_000)}` }, 'colorDanger'],
  ['a font from an address', { fontFamily: 'url(https://evil.example/f.woff2)' }, 'fontFamily'],
  ['a font that ends its declaration', { fontFamily: 'Inter}*{display:none' }, 'fontFamily'],
  ['a quote that is left open', { fontFamily: '"Inter, sans-serif' }, 'fontFamily'],
  ['an escape', { fontFamily: 'Int\\65r' }, 'fontFamily'],
  ['text too small to read', { fontSizeBase: '2px' }, 'fontSizeBase'],
  ['text as large as the page', { fontSizeBase: '900px' }, 'fontSizeBase'],
  ['a length that hangs on the window', { borderRadius: '5vw' }, 'borderRadius'],
  ['a negative length', { spacingUnit: '-4px' }, 'spacingUnit'],
  ['a sum', { rowHeight: 'calc(100vh - 1px)' }, 'rowHeight'],
  ['a weight in words', { fontWeightStrong: 'bolder' }, 'fontWeightStrong'],
  ['an unknown density', { density: 'airy' }, 'density'],
  ['a number', { borderRadius: 6 }, 'borderRadius'],
  ['a shadow of its own', { shadow: '0 0 0 9999px red' }, ''],
  ['a logo that would run', { logo: 'javascript:alert(1)' }, 'logo'],
  ['a logo that reveals who reads it', { logo: 'http://www.vendor.example/logo.png' }, 'logo'],
  ['a logo with somebody\'s password', { logo: 'https://me:secret@www.vendor.example/logo.png' }, 'logo'],
  ['a logo that ends its attribute', { logo: 'https://www.vendor.example/"onerror=alert(1)' }, 'logo'],
  ['a logo of nowhere', { logo: 'https://www.vendor.example' }, 'logo'],
  ['an unknown variable', { colorAccent: '#fff' }, ''],
];

for (const engine of engines) {
  describe(`a programme's appearance, on ${engine}`, () => {
    let service: TestService;
    let programme: TestProgramme;
    let admin: Person;
    const read = async (token = admin.token) => expectStatus(200, await service.request('GET', '/v1/programme', { token }));
    const save = async (appearance: unknown, { token = admin.token, version }: { token?: string; version?: number } = {}) =>
      service.request('PATCH', '/v1/programme', { token, body: { settings: { appearance } }, headers: { 'if-match': `"${version ?? (await read()).version}"` } });

    before(async () => {
      service = await startService({ engine });
      programme = await service.addProgramme();
      admin = await programme.addPerson('programme_admin');
    });
    after(() => service.close());

    it('is saved by an administrator, and read by everybody of the programme', async () => {
      expectStatus(200, await save(whole));
      const partnerId = await programme.addPartner('Nordwind');
      for (const person of [admin, await programme.addPerson('channel_manager'), await programme.addPerson('partner_seller', partnerId)]) {
        assert.deepEqual((await read(person.token)).settings.appearance, whole);
      }
      const body = expectStatus(200, await save({ colorPrimary: '#123456' }));
      assert.deepEqual(body.settings.appearance, { colorPrimary: '#123456' }, 'an appearance replaces the one before as a whole');
    });

    it('is not saved by anybody else', async () => {
      const partnerId = await programme.addPartner('Südlicht');
      for (const role of ['channel_manager', 'partner_admin', 'partner_seller'] as const) {
        const person = await programme.addPerson(role, role === 'channel_manager' ? null : partnerId);
        assert.equal((await save({ colorPrimary: '#ff0000' }, { token: person.token })).status, 403, role);
      }
    });

    it('is not laid over one that somebody saved meanwhile', async () => {
      const { version } = await read();
      expectStatus(200, await save({ density: 'compact' }, { version }));
      const body = expectStatus(412, await save({ density: 'comfortable' }, { version }));
      assert.equal(body.current.settings.appearance.density, 'compact');
    });

    it('holds colours, lengths and fonts, and no other CSS', async () => {
      const before = await read();
      for (const [about, appearance, name] of refused) {
        const body = expectStatus(422, await save(appearance));
        assert.equal(body.code, 'validation_failed', about);
        assert.ok(body.errors.some(({ pointer }: { pointer: string }) => pointer.startsWith(`/settings/appearance${name && `/${name}`}`)), `${about}: ${JSON.stringify(body.errors)}`);
      }
      assert.deepEqual(await read(), before);
    });

    it('stands in the history for the vendor alone', async () => {
      expectStatus(200, await save({ borderRadius: '2px' }));
      const body = expectStatus(200, await service.request('GET', `/v1/history?recordId=${programme.id}`, { token: admin.token }));
      assert.ok(JSON.stringify(body.data[0].changes).includes('borderRadius'));
    });
  });
}
