import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertHeard, heard } from './heard.js';
import { openStories, type Stories, type StoryPage } from './stories.js';

const inRoot = (script: string): string => `(() => { const root = document.querySelector('prm-portal > *').shadowRoot; return ${script}; })()`;

/** What somebody meets in each widget who listens to it, by the browser's own accessibility tree. */
describe('what a screen reader is told', () => {
  let stories: Stories;
  let shown: StoryPage;
  before(async () => {
    stories = await openStories('.prmkit/readers-stories');
    shown = await stories.open();
  });
  after(() => stories?.close());

  const hears = async (expected: readonly (string | RegExp)[]): Promise<void> => assertHeard(await heard(shown.page), expected);
  const ask = <Answer>(script: string) => shown.page.evaluate(inRoot(script)) as Promise<Answer>;
  const focus = (selector: string) => ask(`root.querySelector(${JSON.stringify(selector)}).focus()`);

  /** Waits until a live region says something; the one of an open dialog, else that of the page. */
  async function announces(pattern: RegExp): Promise<void> {
    const spoken = `[...document.querySelectorAll('body > [role=status]'), ...document.querySelector('prm-portal > *').shadowRoot.querySelectorAll('dialog [role=status]')]
      .map((region) => region.textContent.replace(/[\\u2066-\\u2069]/g, '')).join(' ')`;
    await shown.page.waitForFunction(`${String(pattern)}.test(${spoken})`, { polling: 30 }).catch(async () => assert.match((await shown.page.evaluate(spoken)) as string, pattern));
  }

  /** The rows that a grid says it has, its head included, and those that stand there. */
  async function assertRows(count: number): Promise<void> {
    assert.equal(await ask("root.querySelector('[role=grid]').getAttribute('aria-rowcount')"), String(count));
    assert.deepEqual(await ask("[...root.querySelectorAll('[role=grid] [role=row]')].filter((row) => row.checkVisibility({ visibilityProperty: true })).map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex'))).sort((one, other) => one - other)"), Array.from({ length: count }, (_, index) => index + 1));
    const lines = await heard(shown.page);
    const from = lines.findIndex((line) => line.startsWith('grid “'));
    const beyond = lines.findIndex((line, index) => index > from && line.startsWith('region “'));
    const rows = lines.slice(from, beyond < 0 ? undefined : beyond).filter((line) => line.startsWith('row “'));
    assert.equal(rows.length, count);
    assert.deepEqual(rows.filter((line) => line.startsWith('row “”')), [], 'every row has a name');
  }

  it('the deal list: its count, its filters, a grid with heads, and a deal in a dialog', async () => {
    await shown.show({ id: 'deal-list--of-a-seller' });
    await hears([
      'heading “Deals 8 deals”, level 2', 'group “Look”', 'radio “List”, checked', 'radio “Board”, not checked', 'button “Register deal”', 'searchbox “Search deals”',
      'group “Show”', 'radio “All”, checked', 'button “Filter and sort”, collapsed', 'button “Export”, collapsed',
      'grid “Deals”', 'columnheader “Deal”', 'button “Deal” (Sort by Deal)', 'columnheader “Review”', 'columnheader “Value”', 'columnheader “Protection”',
      /^row “Line 8 retrofit Deltawerken Zeeland Approved Won .+ €70,600 –”$/, /^gridcell “Line 8 retrofit Deltawerken Zeeland”/, 'gridcell “Approved”',
    ]);
    await assertRows(9);
    await shown.press('.list-body > [role=row]', 'dialog:modal .facts');
    await hears([/^dialog “Line \d retrofit”, modal/, /^heading “Line \d retrofit”/, /^button “Close”/]);
  });

  it('the board: columns by their stages, and each step of moving a card', async () => {
    await shown.show({ id: 'deal-list--as-a-board' });
    await shown.page.waitForFunction(inRoot("root.querySelector('.card')"));
    await hears(['radio “Board”, checked', 'heading “Prospect 7”, level 3']);
    await focus('.card .open');
    await shown.page.keyboard.press('m');
    await announces(/“Line \d retrofit” (is lifted from Prospect|cannot be moved now)/);
  });

  it('the customer list: its grid, how it is sorted, and the form with what is wrong in it', async () => {
    await shown.show({ id: 'customer-list--of-a-seller' });
    await hears([
      'heading “Customers 8 customers”, level 2', 'searchbox “Search customers”', /^combobox “Lifecycle”, collapsed, opens a menu, “All stages”/, 'button “Add customer”',
      'grid “Customers”', 'columnheader “Company”', 'columnheader “City”', 'columnheader “Lifecycle”', 'columnheader “Kept by”', 'columnheader “Changed”',
      /^row “Ateliers Fontaine Lyon Engaged Sven Seller .+”$/, 'gridcell “Ateliers Fontaine”', 'gridcell “Lyon”',
    ]);
    await assertRows(9);
    const sorted = "[...root.querySelectorAll('[role=columnheader][aria-sort]')].map((head) => head.textContent.trim() + ' ' + head.getAttribute('aria-sort'))";
    assert.deepEqual(await ask(sorted), ['Company ascending']);
    await shown.press('.actions .button', 'dialog:modal input');
    await hears(['dialog “New customer”, modal', 'heading “New customer”, level 2', 'textbox “Company name”, required', 'textbox “Web domain” (Such as example.com.)']);
    await ask("root.querySelector('dialog:modal .button.primary').click()");
    await shown.page.waitForFunction(inRoot("root.querySelector('[aria-invalid=true]')"));
    await hears([/^textbox “Company name”, required, invalid \(.+\)$/]);
  });

  it('the lead inbox: which lead is open, and what accepting it came to', async () => {
    await shown.show({ id: 'lead-inbox--of-a-seller' });
    await hears([/^heading “Leads \d leads”, level 2/, 'searchbox “Search leads”', 'group “Show”', 'radio “To answer”, checked', 'grid “Leads”', /^row “Pumps for hall 8 Deltawerken Zeeland · Middelburg .+ to answer”$/, 'region “Lead”']);
    await assertRows(5);
    await shown.press('.list-body > [role=row]', '.pane .facts');
    await hears([/^row “Pumps for hall \d .+, selected/, /^region “Pumps for hall \d”/, 'button “Accept”', 'button “Decline”']);
    await ask("[...root.querySelectorAll('.pane button')].find((one) => one.innerText.trim() === 'Accept').click()");
    await announces(/“Pumps for hall \d” is yours\. Get in touch soon\./);
  });

  it('the registration form: what is needed, what is wrong with each field, and that something is', async () => {
    await shown.show({ id: 'deal-registration--of-a-seller' });
    // What waits to be gone on with comes after the form.
    await shown.page.waitForFunction("document.querySelector('prm-deal-registration').shadowRoot.querySelector('[popovertarget=drafts]')");
    await hears([
      'heading “Register a new deal”, level 2', /^button “\d drafts?”, collapsed/, 'group “Opportunity”', 'heading “Opportunity”, level 3',
      /^combobox “Customer”, required, collapsed, opens a listbox.* \(Type the beginning of a name\.\)$/, /^textbox “Deal name”, required \(.+\)$/, 'textbox “Expected value”, required', 'Date “Expected close”',
      'group “Details”', 'group “Products optional”', 'button “Add product”', 'textbox “Anything we should know optional”', 'button “Register deal”',
    ]);
    await shown.press('.button.primary', '[aria-invalid=true]');
    await announces(/Some fields need another look\./);
    await hears([/^combobox “Customer”, required, invalid.+\(.+\)$/, /^textbox “Deal name”, required, invalid \(.+\)$/, /^textbox “Expected value”, required, invalid \(.+\)$/, /^Date “Expected close”, invalid \(.+\)$/]);
    assert.equal(await ask("root.activeElement?.getAttribute('aria-invalid')"), 'true', 'the focus is on the first that is wrong');
  });

  it('the dashboard: figures with what they mean, charts as words, what needs attention', async () => {
    await shown.show({ id: 'partner-dashboard--of-a-seller' });
    await hears([
      /^heading “Results .+ – .+”, level 2$/, 'group “Period”', 'radio “12 months”, checked', 'list “”', 'listitem “”', 'button “What “Won” means”, collapsed',
      'heading “Won by month”, level 3', /^listitem “\w{3} \d{4}: €[\d,.]+”$/, 'DisclosureTriangle “As a table”, collapsed', 'heading “Needs attention now”, level 3', /^button “.+ Answer the lead in \d days”/, 'heading “Approved deals by stage”, level 3',
    ]);
    await shown.press('.term > .button', ':popover-open');
    await hears(['button “What “Won” means”, expanded']);
    await shown.press('summary', 'tbody > tr');
    await hears(['DisclosureTriangle “As a table”, expanded', 'table “”', 'columnheader “Value”', /^rowheader “\w{3} \d{4}”$/, /^cell “€[\d,.]+”$/]);
    assert.deepEqual((await heard(shown.page)).filter((line) => /^(image|graphics|SvgRoot|svg)/i.test(line)), [], 'pictures repeat words, so they are not heard');
  });

  it('the bell: how much is unread, a dialog with each notice, and fewer once all are read', async () => {
    await shown.show({ id: 'notice-bell--of-a-seller' });
    await hears([/^button “\d+ unread notices”, collapsed, opens a dialog/]);
    await shown.press('button', ':popover-open li');
    await hears([/^button “\d+ unread notices”, expanded, opens a dialog/, /^dialog “Notices”/, 'heading “Notices”, level 2', 'button “Mark all as read”', 'listitem “”', /^button “.+”/]);
    await ask("[...root.querySelectorAll('.panel button')].find((one) => one.innerText.trim() === 'Mark all as read').click()");
    await shown.page.waitForFunction(inRoot("!root.querySelector('.item.unread')"));
    assert.equal((await heard(shown.page)).some((line) => /\d unread notices/.test(line)), false);
  });

  it('the deal desk: the queue, the deal that is open with its keys, and each decision', async () => {
    await shown.show({ id: 'deal-desk--of-the-vendor' });
    await hears([
      /^heading “To decide \d deals”, level 2$/, 'searchbox “Search deals”', 'radio “Open”, checked', 'grid “To decide”',
      /^row “Choose “Line 3 retrofit” Line 3 retrofit .+”, selected$/, 'checkbox “Choose “Line 3 retrofit””, not checked',
      'region “Line 3 retrofit”', 'heading “Line 3 retrofit”, level 3', 'heading “Registration”, level 4', 'term “Partner”', 'heading “Customer”, level 4',
      'button “Approve” (Approve (A))', 'button “Reject” (Reject (R))', /^button “More actions”, collapsed/,
    ]);
    await assertRows(2);
    await shown.press('.pane-foot .button', '.pane-foot .decision .control');
    await ask("[...root.querySelectorAll('.pane-foot button')].findLast((one) => one.innerText.trim().startsWith('Approve')).click()");
    await announces(/“Line 3 retrofit” will be approved\. Press U to undo within \d+ seconds\./);
  });

  it('the rules: each part a region with its purpose, its fields, and the rules as sentences', async () => {
    await shown.show({ id: 'programme-rules--of-an-administrator' });
    await hears([
      /^heading “How deals are decided Version 2, .+”, level 2$/, 'button “Versions”', 'region “Protection”', 'heading “Protection”, level 3', 'listitem “”', 'textbox “Days of protection”, required',
      'region “Review”', 'textbox “Working days to decide”, required', 'Date “Add a holiday”', 'button “Add”', 'region “Approved by themselves”', 'heading “Approved by themselves”, level 3',
    ]);
  });

  it('a face instead of data: what failed is an alert, what is being loaded is busy', async () => {
    await shown.show({ id: 'customer-list--failed' });
    await hears([/^alert/, 'button “Try again”']);
    await shown.show({ id: 'customer-list--loading' });
    assert.equal(await ask("root.querySelector('.widget').getAttribute('aria-busy')"), 'true');
  });
});
