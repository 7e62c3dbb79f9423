import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import type { Screen } from '../screen.js';
import { World } from '../world.js';

describe('a programme\'s own fields', () => {
  const ownFields = [
    { key: 'budget', type: 'choice', label: { en: 'Budget is', de: 'Budget ist' }, required: true, options: [{ value: 'approved', label: { en: 'Approved' } }, { value: 'unknown', label: { en: 'Unknown' } }] },
    { key: 'seats', type: 'number', label: { en: 'Seats' }, required: false },
    { key: 'needs', type: 'multi_choice', label: { en: 'Needs' }, required: true, options: [{ value: 'install', label: { en: 'Installation' } }, { value: 'train', label: { en: 'Training' } }] },
    { key: 'terms', type: 'consent', label: { en: 'The customer agrees' }, required: true },
    { key: 'trainees', type: 'number', label: { en: 'People to train' }, required: false, requiredIf: { field: 'needs', values: ['train'] } },
    { key: 'licence', type: 'text', label: { en: 'Licence number' }, required: true, partnerKinds: ['licensee'] },
  ];

  it('are asked in its words, of those it concerns, and kept with the deal', async () => {
    const fields = [{ key: 'name', type: 'standard', label: { en: 'Deal name' }, required: true }, ...ownFields];
    const world = await World.create({ settings: { dealForm: { sections: [{ key: 'all', label: { en: 'All' }, fields }] } } });
    const { screen, portal, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Deal name', 'Own fields');
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('The customer agrees')) === 'Agree to go on.', 'The consent is asked for');
    expect(await screen.errorOf('Budget is')).to.equal('Fill this in.');
    expect(screen.text).not.to.include('Licence number');
    await expectAccessible(portal);
    portal.locale = 'de';
    await screen.until(async () => (await screen.errorOf('Budget ist')) === 'Bitte ausfüllen.', 'What is wrong is said in the new language');
    portal.locale = 'en';
    await screen.until(async () => (await screen.errorOf('Budget is')) === 'Fill this in.', 'And in the old one again');
    await screen.choose('Budget is', 'Approved');
    await screen.fill('Seats', '25');
    await screen.choose('Training');
    await screen.choose('The customer agrees');
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('People to train')) === 'Fill this in.', 'What training makes needed is asked for');
    await screen.fill('People to train', '8');
    await screen.press('Register deal');
    await screen.sees('is registered');
    const { data: [row] } = await client.deals.list();
    expect((await client.deals.read(row!.id)).custom).to.include({ budget: 'approved', seats: 25, terms: true }).and.to.deep.include({ needs: ['train'] });
  });
});

describe('the fields that a page chose', () => {
  const labels = (screen: Screen) => [...screen.widget.renderRoot.querySelectorAll('form label, form legend')].filter((one) => one.closest('.section') && !one.matches('.visually-hidden')).map((one) => one.textContent.trim().replace(/\s+optional$/, ''));
  const field = (key: string, label: string, required = false) => ({ key, type: 'standard', label: { en: label }, required });

  it('stand in its order, the others only where they are needed, hold something or are wrong', async () => {
    const world = await World.create({ settings: { dealForm: { sections: [
      { key: 'deal', label: { en: 'The deal' }, fields: [field('name', 'Deal name', true), field('closeOn', 'Close by'), field('note', 'Note')] },
      { key: 'more', label: { en: 'More' }, fields: [field('project', 'Project'), { key: 'seats', type: 'number', label: { en: 'Seats' }, required: false }] },
    ] } } });
    const draft = await world.addDraft(world.seller, { name: 'With a note', note: 'Ask for Maria' });
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.field('Deal name');
    expect(labels(screen)).to.deep.equal(['Deal name', 'Close by', 'Note', 'Project', 'Seats']);

    screen.widget.setAttribute('fields', 'seats, project closeOn nonsense');
    await screen.until(() => labels(screen)[0] === 'Seats', 'The page\'s first field stands first');
    expect(labels(screen)).to.deep.equal(['Seats', 'Project', 'Close by', 'Deal name']);

    Object.assign(screen.widget, { fields: ['name'] });
    await screen.until(() => labels(screen).length === 1, 'One field is left');
    Object.assign(screen.widget, { dealId: draft.id });
    await screen.until(() => labels(screen).join() === 'Deal name,Close by,Note', 'What the draft holds is not concealed');
    Object.assign(screen.widget, { fields: undefined });
    await screen.until(() => labels(screen).length === 5, 'The programme\'s own order is back');
  });
});

describe('files on a registration', () => {
  it('are uploaded where the form asks for them, and stand with the deal', async () => {
    const fields = [
      { key: 'name', type: 'standard', label: { en: 'Deal name' }, required: true },
      { key: 'offer', type: 'file', label: { en: 'Offer' }, required: true },
      { key: 'attachments', type: 'standard', label: { en: 'Anything else' }, required: false },
    ];
    const world = await World.create({ settings: { dealForm: { sections: [{ key: 'all', label: { en: 'All' }, fields }] } } });
    const { screen, portal, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Deal name', 'With files');
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('Offer')) === 'Fill this in.', 'The offer is asked for');
    for (const [label, name] of [['Offer', 'offer.txt'], ['Anything else', 'plan.txt']] as const) {
      const input = await screen.field(label) as HTMLInputElement;
      const data = new DataTransfer();
      data.items.add(new File([`The content of ${name}`], name, { type: 'text/plain' }));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await screen.button(`Remove ${name}`);
    }
    await expectAccessible(portal);
    await screen.press('Register deal');
    await screen.sees('is registered');
    const deal = await client.deals.read((await client.deals.list()).data[0]!.id);
    expect(deal.attachments.map(({ name }) => name)).to.deep.equal(['offer.txt', 'plan.txt']);
    expect(deal.custom['offer']).to.deep.equal([deal.attachments[0]!.id]);

    const { screen: list } = await openPage(world, world.manager, 'prm-deal-list');
    await list.pressRow('With files');
    await list.button('offer.txt');
  });
});

describe('a file on its way', () => {
  it('is no part of the draft that is opened meanwhile, and is missed in its own', async () => {
    const fields = ['name', 'attachments'].map((key) => ({ key, type: 'standard', label: { en: key }, required: false }));
    const world = await World.create({ settings: { dealForm: { sections: [{ key: 'all', label: { en: 'All' }, fields }] } } });
    const [first, second] = [await world.addDraft(world.seller, { name: 'First' }), await world.addDraft(world.seller, { name: 'Second' })];
    const { screen, network, client } = await openPage(world, world.seller, 'prm-deal-registration');
    const turnTo = async ({ id }: { id: string }, name: string) => {
      screen.widget.setAttribute('deal-id', id);
      await screen.until(async () => (await screen.field('name')).value === name, `“${name}” is open`);
    };
    await turnTo(first, 'First');
    const { release } = network.hold('/content');
    const input = await screen.field('attachments') as HTMLInputElement;
    const data = new DataTransfer();
    data.items.add(new File(['The plan'], 'plan.txt', { type: 'text/plain' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.until(() => network.asked.some((asked) => asked.endsWith('/content')), 'It is on its way');
    await turnTo(second, 'Second');
    release();
    await screen.loses('plan.txt');
    await screen.fill('name', 'Second typed');
    await screen.until(async () => (await client.deals.read(second.id)).name === 'Second typed', 'The other one is saved');
    expect((await client.deals.read(second.id)).attachments).to.deep.equal([]);
    await turnTo(first, 'First');
    await screen.sees('plan.txt');
    expect((await client.deals.read(first.id)).attachments).to.deep.equal([]);
  });
});

describe('a programme that tells up front what is taken', () => {
  it('answers for the customer that was chosen, and says how many questions are left', async () => {
    const world = await World.create({ settings: { disclosure: { mode: 'taken_or_free', dailyQuota: 2 } } });
    await world.addCustomer(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Customer', 'Hafenwerft');
    await screen.sees('Add “Hafenwerft”');
    screen.all('[role=option]').at(-1)!.click();
    await screen.press('Ask whether it is free');
    await screen.sees('Free: nobody has it reserved 1 question left today');
    await expectAccessible(portal);
    await screen.loses('“Hafenwerft” is new');
    for (const [name, answer] of [['brück', '0 questions left today'], ['hafen', 'Your company has asked as often as it may today.']] as const) {
      await screen.fill('Customer', name);
      await screen.until(() => screen.all('[role=option]').length === 2, 'The customer is offered');
      screen.all('[role=option]')[0]!.click();
      await screen.press('Ask whether it is free');
      await screen.sees(answer);
    }
  });
});

const standard = (key: string, label: string, required = false) => ({ key, type: 'standard', label: { en: label }, required });
const own = (key: string, type: string, label: string, more = {}) => ({ key, type, label: { en: label }, required: false, ...more });
const options = (...values: string[]) => ({ options: values.map((value) => ({ value, label: { en: value } })) });
/** As long as such forms are: fourteen fields, six of them required. */
const longForm = {
  sections: [
    { key: 'opportunity', label: { en: 'Opportunity' }, fields: [standard('customerId', 'Customer', true), standard('name', 'Deal name', true), standard('lines', 'Products'), standard('value', 'Expected value', true), standard('closeOn', 'Expected close', true), standard('project', 'Project')] },
    { key: 'application', label: { en: 'Application' }, fields: [
      own('industry', 'choice', 'Industry', { required: true, ...options('water', 'food', 'chemicals') }), own('requirements', 'multi_choice', 'Requirements', options('explosion', 'hygienic', 'offshore')),
      own('measuringPoints', 'number', 'Measuring points'), own('budget', 'money', 'Budget'), own('competitor', 'text', 'Who else is offering'), own('trialOn', 'date', 'Trial planned for'),
    ] },
    { key: 'agreement', label: { en: 'Agreement' }, fields: [standard('note', 'Anything we should know'), own('customerAgrees', 'consent', 'The customer agrees', { required: true })] },
  ],
};

describe('a registration by keyboard alone', () => {
  it('takes less than 40 key strokes besides the words themselves, with a form of fourteen fields', async () => {
    const world = await World.create({ settings: { dealForm: longForm } });
    await world.addCustomer(world.seller);
    const { screen, client } = await openPage(world, world.seller, 'prm-deal-registration');
    let strokes = 0;
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        strokes++;
        await sendKeys({ press: key });
      }
    };
    const focused = () => (screen.focused as HTMLInputElement | null)?.id ?? '';
    /** On to a field, however many stops it takes. */
    const goTo = async (id: string) => {
      for (let stops = 0; focused() !== id; stops++) {
        if (stops > 12) throw new Error(`“${id}” is not reached, but ${focused()}`);
        await press('Tab');
      }
    };
    await screen.field('Customer');
    screen.all('button').forEach((one) => one.blur());
    await goTo('customer');
    await sendKeys({ type: 'brück' });
    await screen.until(() => screen.all('[role=option]').length === 2, 'The customer is offered');
    await press('Enter');
    await goTo('deal-name');
    await sendKeys({ type: 'Line 4 retrofit' });
    await goTo('deal-value');
    await sendKeys({ type: '12500' });
    await goTo('deal-closeOn');
    await sendKeys({ type: '03312030' });
    await goTo('deal-industry');
    await press('ArrowDown', 'ArrowDown');
    await goTo('deal-requirements-hygienic');
    await press(' ');
    await goTo('deal-measuringPoints');
    await sendKeys({ type: '12' });
    await goTo('deal-competitor');
    await sendKeys({ type: 'Nobody' });
    await goTo('deal-note');
    await sendKeys({ type: 'Urgent' });
    await goTo('deal-customerAgrees');
    await press(' ', 'Enter');
    await screen.sees('“Line 4 retrofit” is registered');
    const { data: [row] } = await client.deals.list();
    expect(row).to.deep.include({ closeOn: '2030-03-31', value: { amount: 1_250_000, currency: 'EUR' } });
    expect((await client.deals.read(row!.id)).custom).to.deep.include({ industry: 'food', requirements: ['hygienic'], measuringPoints: 12 });
    expect(strokes).to.be.at.most(40);
  });
});
