import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { atOnce, World } from '../world.js';

describe('a deal, opened by its partner', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create(atOnce);
  });

  it('shows both clocks, and why some steps are not possible now', async () => {
    await world.addSubmitted(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.sees('Protection Not protected yet 90 days once approved');
    await screen.sees('The vendor’s decision in');
    await screen.press('More actions');
    await screen.sees('Ask for an extension The vendor has it');
    await expectAccessible(portal);
  });

  it('is withdrawn after a second look', async () => {
    await world.addSubmitted(world.seller);
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('More actions');
    await screen.press('Withdraw');
    await screen.sees('The deal leaves the review.');
    await screen.press('Withdraw');
    await screen.sees('“Line 4 retrofit” is withdrawn.');
    await screen.sees('Withdrawn');
  });

  it('claims a win with its value and day, read as the reader writes them', async () => {
    await world.addApproved(world.seller);
    const { screen, portal, client } = await openPage(world, world.seller, 'prm-deal-list', { locale: 'de' });
    await screen.pressRow('Line 4 retrofit');
    await screen.press('In die nächste Phase');
    await screen.choose('Neue Phase', 'Gewonnen');
    await screen.fill('Endgültiger Wert', 'viel');
    await screen.fill('Abgeschlossen am', '2999-01-01');
    await screen.press('Abschluss melden');
    await screen.until(async () => (await screen.errorOf('Endgültiger Wert')).startsWith('Geben Sie einen Betrag ein'), 'The amount is asked for');
    expect(await screen.errorOf('Abgeschlossen am')).to.equal('Der Tag darf nicht in der Zukunft liegen.');
    await expectAccessible(portal);
    await screen.fill('Endgültiger Wert', '14.250,50');
    await screen.fill('Abgeschlossen am', '2026-01-15');
    await screen.press('Abschluss melden');
    await screen.sees('ist geändert.');
    const { data: [row] } = await client.deals.list();
    expect(row).to.deep.include({ stage: 'closed_won', closedOn: '2026-01-15', value: { amount: 1_425_050, currency: 'EUR' } });
  });

  it('is lost with a reason from the programme\'s list', async () => {
    await world.addApproved(world.seller);
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Move to the next stage');
    await screen.choose('New stage', 'Lost');
    await screen.press('Move stage');
    await screen.until(async () => (await screen.errorOf('Reason')) === 'Fill this in.', 'A reason is asked for');
    const reason = await screen.field('Reason') as HTMLSelectElement;
    await screen.choose('Reason', reason.options[1]!.label);
    await screen.press('Move stage');
    await screen.sees('“Line 4 retrofit” is moved.');
    await screen.sees('Lost');
  });

  it('asks for more days with a reason, and shows that it did', async () => {
    await world.addApproved(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('More actions');
    await screen.press('Ask for an extension');
    await screen.fill('More days', '20');
    await screen.press('Ask for an extension');
    await screen.until(async () => (await screen.errorOf('Why more time is needed')) === 'Fill this in.', 'A reason is asked for');
    await screen.fill('Why more time is needed', 'The trial begins in May.');
    await expectAccessible(portal);
    await screen.press('Ask for an extension');
    await screen.sees('The vendor is asked to extend');
    await screen.pressRow('Line 4 retrofit');
    await screen.sees('20 more days asked for');
    await screen.choose('History');
    await screen.sees('Extension asked for Sven Seller');
  });

  it('is given to a colleague by the company\'s admin', async () => {
    await world.addDraft(world.seller);
    const { screen } = await openPage(world, world.admin, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('More actions');
    await screen.press('Give to a colleague');
    await screen.choose('Colleague', 'Cara Colleague');
    await screen.press('Give to a colleague');
    await screen.sees('is handed on.');
    await screen.sees('Cara Colleague');
  });

  it('is copied as a new draft, which opens in the form', async () => {
    await world.addApproved(world.seller);
    const { screen, client } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('More actions');
    await screen.press('Copy as a new draft');
    await screen.until(() => screen.widget.shadowRoot!.querySelector('prm-deal-registration[deal-id]'), 'The form opens');
    expect((await client.deals.list({ review: ['draft'] })).data).to.have.length(1);
  });

  it('leads to the form where a submission still lacks something', async () => {
    const customer = await world.addCustomer(world.seller);
    await world.call(world.seller, 'POST', '/v1/deals', { name: 'Half', customerId: customer.id });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Half');
    await screen.press('Submit for review');
    await screen.until(() => screen.widget.shadowRoot!.querySelector('prm-deal-registration[deal-id]'), 'The form opens');
  });

  it('carries the conversation with the vendor, and keeps a message that could not be sent', async () => {
    await world.addSubmitted(world.seller);
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.choose('Conversation');
    await screen.sees('No messages yet.');
    await screen.fill('Message', 'May we bring a sample?');
    network.break('/v1/messages', { methods: ['POST'] });
    await screen.press('Send message');
    await screen.until(async () => (await screen.errorOf('Message')).startsWith('Something went wrong'), 'It says that it was not sent');
    await screen.press('Close');
    network.mend();
    await screen.pressRow('Line 4 retrofit');
    await screen.choose('Conversation');
    await screen.until(async () => (await screen.field('Message')).value === 'May we bring a sample?', 'What was typed is kept');
    await screen.press('Send message');
    await screen.until(async () => (await screen.field('Message')).value === '', 'It is sent');
    await screen.sees('May we bring a sample?');
    await expectAccessible(portal);

    const { screen: vendors } = await openPage(world, world.manager, 'prm-deal-list');
    await vendors.pressRow('Line 4 retrofit');
    await vendors.choose('Conversation 1');
    await vendors.sees('Sven Seller');
    await vendors.fill('Message', 'Please do.');
    await vendors.press('Send message');
    await vendors.sees('Please do.');
  });

  it('keeps a message that is typed while the one before is being sent', async () => {
    await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.choose('Conversation');
    await screen.sees('No messages yet.');
    await screen.fill('Message', 'May we bring a sample?');
    const { release } = network.hold('/v1/messages');
    await screen.press('Send message');
    await screen.fill('Message', 'And a second one?');
    release();
    await screen.until(() => screen.all('.talk .said').map(({ innerText }) => innerText).join() === 'May we bring a sample?', 'It is sent');
    expect((await screen.field('Message')).value).to.equal('And a second one?');
    await screen.press('Close');
    await screen.pressRow('Line 4 retrofit');
    await screen.choose('Conversation 1');
    await screen.until(async () => (await screen.field('Message')).value === 'And a second one?', 'It is kept on the device');
    await screen.press('Send message');
    await screen.until(async () => (await screen.field('Message')).value === '', 'It is sent, too');
  });

  it('says that a message was not sent under its own deal alone', async () => {
    await world.addSubmitted(world.seller);
    await world.addSubmitted(world.seller, { name: 'Harbour silo' });
    const { screen, client, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.choose('Conversation');
    await screen.sees('No messages yet.');
    await screen.fill('Message', 'x'.repeat(4_001));
    const { release } = network.hold('/v1/messages');
    const send = client.messages.send;
    const failed = new Promise<unknown>((resolve) => {
      const heard: typeof send = (...call) => send(...call).catch((error: unknown) => { resolve(error); throw error; });
      Object.assign(client.messages, { send: heard });
    });
    await screen.press('Send message');
    network.mend();
    await screen.press('Close');
    await screen.pressRow('Harbour silo');
    await screen.choose('Conversation');
    await screen.sees('No messages yet.');
    release();
    expect(await failed).to.have.property('name', 'ValidationError');
    await aTimeout(0);
    await screen.widget.updateComplete;
    expect(await screen.errorOf('Message')).to.equal('');
  });

  it('stays open when a step of the deal before it is done', async () => {
    await world.addSubmitted(world.seller);
    await world.addSubmitted(world.seller, { name: 'Harbour silo' });
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('More actions');
    await screen.press('Withdraw');
    await screen.sees('The deal leaves the review.');
    const stepped = oneEvent(portal, 'prm-deal-stepped');
    const { release } = network.hold('/withdraw');
    await screen.press('Withdraw');
    await screen.press('Close');
    await screen.pressRow('Harbour silo');
    await screen.sees('The vendor’s decision in');
    release();
    await stepped;
    await aTimeout(0);
    await screen.widget.updateComplete;
    expect(screen.text).to.match(/Harbour silo .*The vendor’s decision in/);
  });
});
