import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createPortalClient, type PortalClient, type Progress } from '../../../src/client/index.js';
import '../../../src/components/portal/prm-portal.js';
import type { PortalElement } from '../../../src/components/portal/prm-portal.js';
import { expectAccessible } from '../accessible.js';
import { Network } from '../network.js';
import { Screen } from '../screen.js';
import { World } from '../world.js';
import './file-form.js';
import type { FileFormElement } from './file-form.js';

const pdf = '%PDF-1.4\n%%EOF\n';
const named = (name: string, content: BlobPart = pdf) => new File([content], name);
/** All that was spoken in a test: the next sentence takes the place of the one before. */
const spoken: string[] = [];
const says = (words: string) => waitUntil(() => spoken.some((sentence) => sentence.includes(words)), `It says “${words}”`, { timeout: 8_000 });

describe('a field for files', () => {
  let world: World;
  const clients: PortalClient[] = [];
  const listener = new MutationObserver(() => spoken.push(document.querySelector('body > [role=status]')?.textContent ?? ''));
  before(async () => {
    world = await World.create();
    listener.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  after(() => listener.disconnect());
  beforeEach(() => { spoken.length = 0; });
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  /** A form of the seller's; `direct` without anything between it and the network, as in a real page. */
  async function open({ direct = false, locale = 'en' } = {}) {
    const network = new Network();
    const client = createPortalClient({
      baseUrl: world.serviceUrl, ...(!direct && { fetch: network.fetch }), pollInterval: 0, session: async () => ({ token: await world.openSession(world.seller), expiresIn: 900 }),
    });
    clients.push(client);
    const portal = await fixture<PortalElement>(html`<prm-portal .client=${client} locale=${locale}><prm-file-form></prm-file-form></prm-portal>`);
    const form = portal.querySelector<FileFormElement>('prm-file-form')!;
    const screen = new Screen(form);
    await screen.until(() => screen.all('input').length > 0, 'The field is there');
    const input = form.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    /** As the browser's own dialog does it. */
    const choose = (...files: File[]) => {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    return { client, portal, form, screen, network, input, choose };
  }
  const names = (form: FileFormElement) => form.files.map(({ name }) => name);

  it('uploads what is chosen, shows it, says so, and keeps its id for the form', async () => {
    const { client, portal, form, screen, input, choose } = await open({ direct: true });
    expect(input.accept).to.include('.pdf').and.not.include('svg');
    choose(named('Offer.pdf'), named('Plan.txt', 'Plan of hall 4'));
    await screen.until(() => form.files.length === 2, 'Both are there');
    await says('Offer.pdf is uploaded');
    expect(names(form).sort()).to.deep.equal(['Offer.pdf', 'Plan.txt']);
    for (const { id, name } of form.files) expect(await client.files.read(id)).to.include({ name, state: 'clean' });
    expect(screen.all('progress')).to.have.length(0);
    await expectAccessible(portal);
  });

  it('takes what is dropped on it, and shows where it will land', async () => {
    const { form, screen } = await open();
    const place = screen.all('.file-drop')[0]!;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(named('Dropped.pdf'));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    place.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    await screen.until(() => place.hasAttribute('data-over'), 'The place is marked');
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await screen.until(() => names(form).includes('Dropped.pdf'), 'It is there');
    expect(place.hasAttribute('data-over')).to.equal(false);
  });

  it('shows how far an upload is, and cancels it by keyboard', async () => {
    const { portal, form, screen, network, choose, input } = await open();
    const held = network.hold('/content');
    choose(named('Slow.pdf'));
    await screen.until(() => screen.all('progress')[0]?.ariaLabel === 'Uploading Slow.pdf', 'A bar stands');
    await expectAccessible(portal);
    expect(form.field.isBusy).to.equal(true);
    expect(form.shadowRoot!.querySelectorAll('[style]')).to.have.length(0);
    input.focus();
    await sendKeys({ press: 'Tab' });
    expect(screen.focused?.getAttribute('aria-label')).to.equal('Cancel Slow.pdf');
    await sendKeys({ press: 'Enter' });
    await screen.loses('Slow.pdf');
    await says('Slow.pdf is cancelled');
    await screen.until(() => screen.focused === input, 'The focus goes back to the field');
    held.release();
    await waitUntil(() => network.asked.some((asked) => asked.startsWith('DELETE /v1/files/')), 'what was declared is taken back');
    expect([names(form), form.field.isBusy]).to.deep.equal([[], false]);
  });

  it('says what is wrong with a file before it is sent, beside it and to a reader', async () => {
    const { portal, screen, network, choose } = await open();
    choose(named('page.html'), named('Empty.pdf', ''), named('Large.pdf', new Uint8Array(20 * 1024 * 1024 + 1)));
    await screen.sees('This kind of file is not taken.');
    await screen.sees('This file is empty.');
    await screen.sees('This file is larger than 20 MB.');
    await says('page.html: This kind of file is not taken.');
    expect(network.asked.filter((asked) => asked.startsWith('POST /v1/files'))).to.deep.equal([]);
    await expectAccessible(portal);
    await screen.press('Take page.html off the list');
    await screen.loses('page.html');
  });

  it('says what the service refused, and does not offer to try that again', async () => {
    const { form, screen, choose } = await open({ direct: true });
    choose(named('Offer.pdf', '<!doctype html><script>alert(1)</script>'));
    await screen.sees('The content is not what the name says, so the file was refused.');
    expect(screen.all('button').map((one) => one.ariaLabel)).to.deep.equal(['Take Offer.pdf off the list']);
    expect(form.files).to.deep.equal([]);
  });

  it('tries again what the network broke', async () => {
    const { form, screen, network, choose } = await open();
    network.break('/content', { methods: ['PUT'] });
    choose(named('Offer.pdf'));
    await screen.sees('Something went wrong on our side.');
    network.mend();
    await screen.press('Try Offer.pdf again');
    await screen.until(() => names(form).includes('Offer.pdf'), 'It is there');
    await screen.loses('Something went wrong');
  });

  it('takes no more than it may hold', async () => {
    const { form, screen, choose } = await open();
    choose(...[1, 2, 3, 4, 5].map((number) => named(`${number}.pdf`)));
    await screen.sees('No more than 4 files.');
    await screen.until(() => form.files.length === 4, 'Four are there');
  });

  it('removes a file from the form and from the service, and gives the focus back', async () => {
    const { client, form, screen, choose, input } = await open();
    choose(named('Offer.pdf'));
    await screen.until(() => form.files.length === 1, 'It is there');
    const { id } = form.files[0]!;
    await screen.press('Remove Offer.pdf');
    await screen.until(() => form.files.length === 0 && screen.focused === input, 'It is gone');
    await says('Offer.pdf is removed');
    await waitUntil(async () => (await client.files.read(id).catch((error: { code: string }) => error.code)) === 'not_found', 'the service has let it go');
  });

  it('saves a file to the computer', async () => {
    const { form, screen, choose } = await open();
    choose(named('Offer.pdf'));
    await screen.until(() => form.files.length === 1, 'It is there');
    const saved: string[] = [];
    const seen = (event: Event) => { event.preventDefault(); saved.push((event.target as HTMLAnchorElement).download); };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () { this.addEventListener('click', seen); click.call(this); };
    try {
      await screen.press('Save Offer.pdf to this computer');
      await waitUntil(() => saved.includes('Offer.pdf'), 'it is handed to the browser');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('keeps an error of the form with its input, and speaks German', async () => {
    const { portal, form, screen } = await open({ locale: 'de' });
    form.error = 'Hier fehlt etwas.';
    await screen.sees('Hier fehlt etwas.');
    expect(await screen.errorOf('Attachments')).to.equal('Hier fehlt etwas.');
    await screen.sees('je bis 20 MB.');
    await expectAccessible(portal);
  });
});

describe('an upload in a page', () => {
  let world: World;
  let client: PortalClient;
  before(async () => {
    world = await World.create();
    client = createPortalClient({ baseUrl: world.serviceUrl, pollInterval: 0, session: async () => ({ token: await world.openSession(world.seller), expiresIn: 900 }) });
  });
  after(() => client.close());
  const large = new Blob([pdf, new Uint8Array(15_000_000)]);
  const declare = (size = large.size) => client.files.create({ name: 'Large.pdf', type: 'application/pdf', size });

  it('tells how far it is', async () => {
    const told: Progress[] = [];
    const file = await client.files.upload(await declare(), large, { onProgress: (progress) => told.push(progress) });
    expect(file.state).to.equal('clean');
    expect(told.at(-1)).to.deep.equal({ sent: large.size, total: large.size });
    expect(told.map(({ sent }) => sent)).to.deep.equal(told.map(({ sent }) => sent).sort((one, other) => one - other));
    expect((await client.files.download(file)).size).to.equal(large.size);
  });

  it('ends when it is cancelled, with the signal\'s reason', async () => {
    const { id } = await declare();
    const cancel = new AbortController();
    const failed = await client.files.upload(id, large, { signal: cancel.signal, onProgress: () => cancel.abort(new Error('enough')) }).catch((error: Error) => error);
    expect((failed as Error).message).to.equal('enough');
    expect((await client.files.read(id)).state).to.equal('pending');
  });

  it('hears a refusal as any other call does', async () => {
    const { id } = await declare(20);
    const failed = await client.files.upload(id, large, { onProgress: () => undefined }).catch((error: { name: string; code: string }) => error);
    expect(failed).to.include({ name: 'ValidationError', code: 'content_mismatch' });
    const missing = await client.files.upload(`file_${'0'.repeat(32)}`, new Blob([pdf]), { onProgress: () => undefined }).catch((error: { name: string }) => error);
    expect(missing).to.include({ name: 'NotFoundError' });
  });
});
