import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ThemeSavedEvent } from '../../../src/components/index.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { atOnce, World } from '../world.js';

interface ProgrammeAnswer { version: number; settings: { appearance?: Record<string, string>; brand: object; reviewDays: number } }

describe('the studio for the look of the portal', () => {
  let world: World;
  const open = (person = world.principal, options: Parameters<typeof openPage>[3] = {}) => openPage(world, person, 'prm-theme-studio', options);
  const read = () => world.call<ProgrammeAnswer>(world.principal, 'GET', '/v1/programme');
  const saveElsewhere = async (settings: object) => world.call(world.principal, 'PATCH', '/v1/programme', { settings }, { 'if-match': `"${(await read()).version}"` });
  type Page = Awaited<ReturnType<typeof open>>;
  const frames = ({ screen }: Page) => screen.all('.frame');
  /** What a previewed widget computes for a variable of ours. */
  const previewed = (page: Page, scheme: 'light' | 'dark', property = '--_primary') => {
    const root = page.screen.all(`.frame.${scheme} > *`)[0]!.shadowRoot!;
    const probe = root.appendChild(document.createElement('i'));
    probe.style.color = `var(${property})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const appearance = async () => (await read()).settings.appearance;

  before(() => setViewport({ width: 1_200, height: 900 }));
  beforeEach(async () => {
    world = await World.create(atOnce);
    await world.addApproved(world.seller, { name: 'Line 4 retrofit' });
  });

  it('shows the real widgets in both schemes under what is chosen, before anything is saved', async () => {
    const page = await open();
    const { screen, portal } = page;
    await screen.until(() => frames(page).length === 2 && frames(page).every((frame) => frame.firstElementChild?.shadowRoot?.textContent?.includes('Line 4 retrofit')), 'Both frames show the deal');
    await screen.fill('Brand, Light', '#aa0000');
    await screen.until(() => previewed(page, 'light') === 'rgb(170, 0, 0)' && previewed(page, 'dark') === 'rgb(170, 0, 0)', 'Both take the colour on');
    await screen.fill('Brand, Dark', 'orange');
    await screen.until(() => previewed(page, 'dark') === 'rgb(255, 165, 0)' && previewed(page, 'light') === 'rgb(170, 0, 0)', 'Each takes its own');
    expect(await appearance(), 'nothing is saved yet').to.equal(undefined);
    await expectAccessible(portal);
    await screen.choose('Widget', 'Lead inbox');
    await screen.until(() => frames(page).every((frame) => frame.firstElementChild?.localName === 'prm-lead-inbox'), 'Another widget stands there');
    await screen.choose('Phone');
    await screen.until(() => frames(page).every((frame) => frame.offsetWidth <= 360), 'As narrow as a phone');
    expect(frames(page).every((frame) => frame.inert), 'it is for looking at only').to.equal(true);
  });

  it('saves the look to the programme, and the portal takes it on at once', async () => {
    const page = await open();
    const { screen, portal } = page;
    let heard: ThemeSavedEvent | undefined;
    portal.addEventListener('prm-theme-saved', (event) => (heard = event));
    await screen.fill('Brand, Light', '#0a7d5c');
    await screen.fill('Background, Light', '#fffaf0');
    await screen.fill('Font', 'Georgia, serif');
    await screen.fill('Rounded corners', '12');
    await screen.choose('Compact');
    await screen.sees('Not saved yet');
    await screen.press('Save');
    await screen.sees('Saved. Every portal of the programme looks like this now');
    await screen.loses('Not saved yet');
    const saved = { colorPrimary: '#0a7d5c', colorBackground: 'light-dark(#fffaf0, #151619)', fontFamily: 'Georgia, serif', borderRadius: '12px', density: 'compact' };
    expect(await appearance()).to.deep.equal(saved);
    expect(heard?.appearance).to.deep.equal(saved);
    await screen.until(() => portal.style.getPropertyValue('--prm-programme-border-radius') === '12px', 'The portal wears it');
    expect(getComputedStyle(screen.widget.shadowRoot!.querySelector('.widget')!).fontFamily).to.equal('Georgia, serif');
    await expectAccessible(portal);
  });

  it('says in words what cannot be read, and puts it right with one press', async () => {
    const { screen, portal } = await open();
    await screen.sees('Everything can be read in both schemes.');
    await screen.fill('Text colour, Light', '#9aa0a6');
    await screen.sees('1 colour needs another look.');
    await screen.sees('Light: 2.6 : 1 on the background is too faint to read. It needs 4.5 : 1.');
    const described = (await screen.field('Text colour, Light')).getAttribute('aria-describedby')!;
    expect(screen.widget.shadowRoot!.getElementById(described)!.innerText).to.include('too faint');
    await screen.press('Use #64686c');
    await screen.sees('Everything can be read in both schemes.');

    await screen.fill('Brand, Light', '#ffd400');
    await screen.sees('Light: 1.4 : 1 beside the background, so buttons are easily overlooked.');
    await screen.sees('Light: as a link it is shown as #7c6600, so that it can be read.');
    await screen.fill('Background, Dark', '#777777');
    await screen.sees('Dark: neither black nor white reads well on this: 4.6 : 1 at most.');
    await expectAccessible(portal);
  });

  it('shows what cannot be used beside its field, and saves nothing', async () => {
    const { screen, portal } = await open();
    await screen.fill('Brand, Light', 'url(//evil.example)');
    await screen.fill('Rounded corners', '99');
    await screen.fill('Font', 'Inter; color: red');
    expect(await screen.errorOf('Brand, Light')).to.equal('Write a colour, such as #0a7d5c or teal.');
    expect(await screen.errorOf('Rounded corners')).to.equal('Between 0 and 32.');
    expect(await screen.errorOf('Font')).to.equal('Name fonts, separated by commas.');
    await screen.press('Save');
    expect(screen.focused?.id, 'the first wrong field has the focus').to.equal('colorPrimary-light');
    expect(await appearance()).to.equal(undefined);
    await expectAccessible(portal);
  });

  it('is used by keyboard alone, with the focus where one left it', async () => {
    const { screen } = await open();
    (await screen.field('Begin with')).focus();
    await sendKeys({ press: 'Tab' });
    expect(screen.focused?.id).to.equal('logo');
    await sendKeys({ press: 'Tab' });
    expect(screen.focused?.ariaLabel).to.equal('Pick: Brand, Light');
    // The browser's own picker is one stop, however many fields it has inside.
    await sendKeys({ press: 'Tab' });
    await screen.until(() => screen.focused?.id === 'colorPrimary-light', 'The field follows its picker');
    await sendKeys({ type: 'teal' });
    await screen.sees('Not saved yet');
    expect(screen.focused?.id, 'typing keeps the focus').to.equal('colorPrimary-light');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(screen.focused?.id).to.equal('colorPrimary-dark');
    (await screen.button('Save')).focus();
    await sendKeys({ press: 'Enter' });
    await screen.sees('Saved. Every portal');
    expect(await appearance()).to.deep.equal({ colorPrimary: '#008080' });
    // What previews the look is no stop on the way.
    expect(screen.all('.frame').every((frame) => frame.matches('[inert]'))).to.equal(true);
  });

  it('begins with a finished look, and takes every step back', async () => {
    const { screen } = await open();
    await screen.fill('Brand, Light', '#aa0000');
    await screen.choose('Begin with', 'Ledger: dense, for all day');
    await screen.until(async () => (await screen.field('Brand, Light')).value === '#0b5cad', 'The look stands in the form');
    expect((await screen.field('Brand, Dark')).value).to.equal('#63b3ff');
    expect((await screen.field('Size of text')).value).to.equal('13');
    await screen.press('Undo');
    expect((await screen.field('Brand, Light')).value).to.equal('#aa0000');
    await screen.press('Undo');
    expect((await screen.field('Brand, Light')).value).to.equal('');
    expect((await screen.button('Undo')).disabled).to.equal(true);
  });

  it('keeps the address of a logo, shows it in both schemes, and says where none comes from it', async () => {
    const page = await open();
    const { screen, portal } = page;
    const shown = () => screen.all('.frame > .logo').map((image) => (image as HTMLImageElement).src);
    await screen.fill('Logo', 'http://vendor.example/logo.png');
    expect(await screen.errorOf('Logo')).to.equal('Write an address that begins with https://.');
    expect(shown()).to.deep.equal([]);
    // No image comes from here: nobody answers.
    await screen.fill('Logo', 'https://127.0.0.1:9/logo.png');
    await screen.sees('The logo does not load here. Check its address.');
    expect(shown(), 'no broken image').to.deep.equal([]);
    await screen.choose('Begin with', 'Clay: warm and rounded');
    await screen.until(() => previewed(page, 'light') !== 'rgb(41, 95, 195)', 'The look is another');
    await expectAccessible(portal);
    await screen.press('Save');
    await screen.sees('Saved.');
    expect((await appearance())?.['logo'], 'the logo stays whatever the look').to.equal('https://127.0.0.1:9/logo.png');
  });

  it('takes the colours of an image, which stays on the device', async () => {
    const { screen, portal } = await open();
    const canvas = new OffscreenCanvas(80, 80);
    const context = canvas.getContext('2d')!;
    for (const [color, x, width] of [['#ffffff', 0, 80], ['#0057b8', 0, 30], ['#ffd700', 60, 12]] as const) {
      context.fillStyle = color;
      context.fillRect(x, 0, width, 80);
    }
    const give = async (file: File) => {
      const files = new DataTransfer();
      files.items.add(file);
      const field = (await screen.field('Colours from an image')) as HTMLInputElement;
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await give(new File([await canvas.convertToBlob()], 'logo.png', { type: 'image/png' }));
    await screen.until(() => screen.all('.swatch').length >= 3, 'Swatches stand there');
    expect(screen.all('.swatch').slice(0, 2).map(({ dataset }) => dataset['color']).sort()).to.deep.equal(['#0057b8', '#ffd700']);
    expect(screen.all('.swatch').length).to.be.at.most(5);
    await expectAccessible(portal);
    await screen.press('Use #0057b8 as the brand’s colour');
    expect((await screen.field('Brand, Light')).value).to.equal('#0057b8');

    await give(new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path fill="#c0392b"/><path fill="#FFF"/></svg>'], 'logo.svg', { type: 'image/svg+xml' }));
    await screen.until(() => screen.all('.swatch')[0]?.dataset['color'] === '#c0392b', 'A drawing is read');
    await give(new File(['no image'], 'notes.png', { type: 'image/png' }));
    await screen.sees('No colours were found in this file.');
  });

  it('gives the look as CSS and as JSON', async () => {
    const { screen } = await open();
    await screen.fill('Brand, Light', '#0a7d5c');
    await screen.choose('Roomy');
    screen.all('summary').find((one) => one.innerText === 'Code for your web developer')!.click();
    await screen.until(() => screen.all('pre')[0]?.innerText === 'prm-portal {\n  --prm-spacing-unit: 5px;\n  --prm-color-primary: #0a7d5c;\n}', 'It is CSS');
    await screen.choose('JSON');
    await screen.until(() => screen.all('pre')[0]?.innerText === '{\n  "colorPrimary": "#0a7d5c",\n  "density": "comfortable"\n}', 'It is JSON');
  });

  it('goes on over a change elsewhere in the programme, and asks where another look was saved', async () => {
    const { screen, portal } = await open();
    await screen.fill('Brand, Light', '#0a7d5c');
    await saveElsewhere({ reviewDays: 3 });
    await screen.press('Save');
    await screen.sees('Saved. Every portal');
    expect((await read()).settings).to.include({ reviewDays: 3 });

    await screen.fill('Brand, Light', '#aa0000');
    await saveElsewhere({ appearance: { colorPrimary: '#0000aa' } });
    await screen.press('Save');
    await screen.sees('Somebody saved another look meanwhile');
    await expectAccessible(portal);
    await screen.press('Keep mine');
    await screen.press('Save');
    await screen.sees('Saved. Every portal');
    expect(await appearance()).to.deep.equal({ colorPrimary: '#aa0000' });

    await screen.fill('Brand, Light', '#123456');
    await saveElsewhere({ appearance: { colorPrimary: '#0000aa' } });
    await screen.press('Save');
    await screen.press('Take theirs');
    await screen.until(async () => (await screen.field('Brand, Light')).value === '#0000aa', 'Theirs stands there');
  });

  it('keeps what was chosen through a reload', async () => {
    const { screen, portal } = await open();
    await screen.fill('Brand, Light', '#0a7d5c');
    await screen.sees('Not saved yet');
    portal.remove();
    const { screen: again } = await open();
    await again.sees('What you had not saved is still here.');
    expect((await again.field('Brand, Light')).value).to.equal('#0a7d5c');
    await again.press('Discard');
    expect((await again.field('Brand, Light')).value).to.equal('');
  });

  it('lets a manager try and copy, and not save', async () => {
    const { screen, portal } = await open(world.manager);
    await screen.sees('Only administrators of the programme save a look.');
    await screen.fill('Brand, Light', '#0a7d5c');
    expect(screen.all('button').some((button) => button.innerText === 'Save')).to.equal(false);
    await expectAccessible(portal);
  });

  it('saves nothing that the page forbids', async () => {
    const { screen, portal } = await open();
    portal.addEventListener('prm-theme-save', (event) => event.preventDefault());
    await screen.fill('Brand, Light', '#0a7d5c');
    await screen.press('Save');
    expect(await appearance()).to.equal(undefined);
  });

  it('stands in a narrow place without scrolling sideways', async () => {
    await setViewport({ width: 320, height: 800 });
    const { screen, portal } = await open();
    await screen.fill('Brand, Light', '#ffd400');
    screen.all('summary').forEach((summary) => summary.click());
    await screen.sees('Copy');
    expect(screen.widget.scrollWidth).to.be.at.most(screen.widget.clientWidth);
    await expectAccessible(portal);
    await setViewport({ width: 1_200, height: 900 });
  });
});
