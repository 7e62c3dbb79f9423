import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

interface RulesAnswer { version: number; note: string | null; rules: { undoSeconds: number; sampledShare: number; automaticApprovals: { label: string; maxValue?: number; partnerKinds?: string[] }[]; approvals: { aboveValue: number; memberIds: string[] }[]; excludedAccountIds: string[] } }
interface ProgrammeAnswer { settings: { reviewDays: number; holidays: string[]; protection: { days: number } } }

describe('the programme\'s rules', () => {
  let world: World;
  const open = (person = world.principal, options: Parameters<typeof openPage>[3] = {}) => openPage(world, person, 'prm-programme-rules', options);
  const read = () => world.call<RulesAnswer>(world.principal, 'GET', '/v1/rules');
  const readProgramme = () => world.call<ProgrammeAnswer>(world.principal, 'GET', '/v1/programme');

  before(() => setViewport({ width: 1_000, height: 900 }));
  beforeEach(async () => {
    world = await World.create();
  });

  it('reads as sentences to a manager, who cannot change them', async () => {
    await world.changeRules({ automaticApprovals: [{ key: 'small', label: 'Small deals', maxValue: 1_000_000 }] });
    const { screen, portal } = await open(world.manager);
    await screen.sees('Only administrators of the programme change these.');
    await screen.sees('Up to €10,000: approved by itself.');
    await screen.sees('An approved deal is protected for 90 days.');
    expect(screen.all('input, select')).to.have.length(0);
    await expectAccessible(portal);
  });

  it('saves rules and settings with one press, and keeps why', async () => {
    const { screen, portal } = await open();
    await screen.press('Add a rule');
    await screen.fill('Name of the rule', 'Small deals');
    await screen.fill('Value up to', '10,000');
    await screen.choose('Reseller');
    await screen.sees('Up to €10,000 from resellers: approved by itself.');
    await screen.fill('Working days to decide', '3');
    await screen.fill('Why? Kept with the version', 'Partners wait too long');
    await expectAccessible(portal);
    await screen.press('Save');
    await screen.sees('The rules are saved. Decisions from now on follow them.');
    await screen.loses('Not saved yet');
    const { version, note, rules } = await read();
    expect([version, note, rules.automaticApprovals]).to.deep.equal([2, 'Partners wait too long', [{ key: 'rule_1', label: 'Small deals', maxValue: 1_000_000, partnerKinds: ['reseller'] }]]);
    expect((await readProgramme()).settings.reviewDays).to.equal(3);
    await expectAccessible(portal);
  });

  it('shows what is wrong beside its field, opens the rule that it stands in, and stores nothing', async () => {
    const { screen, portal } = await open();
    await screen.press('Add a value');
    await screen.press('Done');
    await screen.fill('Time to undo', 'soon');
    await screen.press('Save');
    await screen.until(async () => (await screen.errorOf('Time to undo')) === 'Enter a number.', 'It wants a number');
    expect(await screen.errorOf('Value above')).to.equal('Fill this in.');
    expect(await screen.errorOf('Who must agree')).to.equal('Fill this in.');
    await expectAccessible(portal);
    expect((await read()).version).to.equal(1);
  });

  it('tells what the service refuses, beside its field', async () => {
    const { screen } = await open();
    await screen.fill('Managers may give at least', '120');
    await screen.press('Save');
    await screen.until(async () => (await screen.errorOf('Managers may give at least')).startsWith('The programme’s own days must lie between'), 'It says why');
  });

  it('widens the bounds before the days that need it', async () => {
    const { screen } = await open();
    await screen.fill('Days of protection', '300');
    await screen.fill('Managers may give at most', '365');
    await screen.press('Save');
    await screen.sees('The rules are saved.');
    expect((await readProgramme()).settings.protection.days).to.equal(300);
    await screen.fill('Days of protection', '60');
    await screen.fill('Managers may give at most', '90');
    await screen.press('Save');
    await screen.until(async () => (await readProgramme()).settings.protection.days === 60, 'The days are shorter again');
  });

  it('names people who must agree and accounts that are always looked at', async () => {
    const { id } = await world.call(undefined, 'POST', '/v1/accounts', { name: 'Falkenrode Holding' });
    const { screen, portal } = await open();
    await screen.press('Add a value');
    await screen.fill('Value above', '50,000');
    await screen.choose('Who must agree', 'Petra Principal');
    await screen.sees('Above €50,000: Petra Principal must agree.');
    await screen.fill('Search accounts', 'falken');
    await screen.press('Falkenrode Holding');
    await screen.sees('Always looked at: Falkenrode Holding.');
    await expectAccessible(portal);
    await screen.press('Save');
    await screen.sees('The rules are saved.');
    const { rules } = await read();
    expect([rules.approvals, rules.excludedAccountIds]).to.deep.equal([[{ aboveValue: 5_000_000, order: 'sequential', memberIds: [world.principal.memberId] }], [id]]);
  });

  it('says who was quicker, keeps what was typed, and lets one decide where both changed the same', async () => {
    const { screen, portal } = await open();
    await screen.fill('Time to undo', '60');
    await screen.fill('Clean ones looked at anyway', '50');
    await world.call(world.principal, 'PATCH', '/v1/rules', { rules: { undoSeconds: 10, releaseMinutes: 60 } }, { 'if-match': '"1"' });
    await screen.press('Save');
    await screen.sees('Somebody changed the rules meanwhile');
    await screen.sees('Petra Principal changed: Thinking again and What partners can tell. You both changed: Thinking again.');
    await expectAccessible(portal);
    await screen.press('Take theirs');
    expect((await screen.field('Time to undo')).value).to.equal('10');
    expect((await screen.field('Clean ones looked at anyway')).value).to.equal('50');
    await screen.press('Save');
    await screen.sees('The rules are saved.');
    const { rules } = await read();
    expect([rules.undoSeconds, rules.sampledShare]).to.deep.equal([10, 50]);
  });

  it('keeps what was typed through a reload', async () => {
    const { screen, portal } = await open();
    await screen.fill('Time to undo', '45');
    await screen.sees('Not saved yet');
    portal.remove();
    const { screen: again } = await open();
    await again.sees('What you had not saved is still here.');
    expect((await again.field('Time to undo')).value).to.equal('45');
    await again.press('Discard');
    expect((await again.field('Time to undo')).value).to.equal('30');
  });

  it('keeps holidays, each to be taken out again', async () => {
    const { screen } = await open();
    await screen.fill('Add a holiday', '2026-12-25');
    await screen.press('Add');
    await screen.sees('1 holiday does not count.');
    await screen.press('Save');
    await screen.sees('The rules are saved.');
    expect((await readProgramme()).settings.holidays).to.deep.equal(['2026-12-25']);
    await screen.press('Remove Dec 25, 2026');
    await screen.sees('No holiday is set.');
  });

  it('tells the versions and what changed between two', async () => {
    await world.changeRules({ automaticApprovals: [{ key: 'small', label: 'Small deals', maxValue: 1_000_000 }] });
    await world.call(world.principal, 'PATCH', '/v1/rules', { rules: { undoSeconds: 60 }, note: 'More time' }, { 'if-match': '"2"' });
    const { screen, portal } = await open(world.manager);
    await screen.press('Versions');
    await screen.sees('Version 3, Petra Principal today More time Now A decision can be taken back for 60 seconds. No longer A decision can be taken back for 30 seconds.');
    await screen.sees('As the programme began');
    await expectAccessible(portal);
  });

  it('saves nothing that the page forbids', async () => {
    const { screen, portal } = await open();
    portal.addEventListener('prm-rules-save', (event) => event.preventDefault());
    await screen.fill('Time to undo', '45');
    await screen.press('Save');
    expect((await read()).version).to.equal(1);
  });
});
