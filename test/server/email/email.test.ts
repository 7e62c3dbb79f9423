import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { engines, expectStatus, type Person } from '../service.js';
import { hurry, startNoticeWorld, type NoticeWorld } from '../notices/world.js';
import { startSmtp, type TestSmtp } from './smtp.js';

for (const engine of engines) {
  describe(`e-mail on ${engine}`, () => {
    let world: NoticeWorld;
    let smtp: TestSmtp;
    const addressOf = async ({ memberId }: Person) => (await world.test.database.db.selectFrom('members').select('email').where('id', '=', memberId).executeTakeFirstOrThrow()).email;
    const setMember = ({ memberId }: Person, values: Record<string, unknown>) => world.test.database.db.updateTable('members').set(values).where('id', '=', memberId).execute();
    const outcomes = async (recordId: string) => (await world.test.database.db.selectFrom('notice_emails as e').innerJoin('notices as n', 'n.id', 'e.notice_id').select('e.outcome').where('n.record_id', '=', recordId).execute()).map(({ outcome }) => outcome);
    /** Something that only the seller is told of, and what came of it. */
    const sendToSeller = async (event = 'deal.approved', values: Record<string, unknown> = {}) => {
      smtp.received.length = 0;
      const { id } = await world.addDraft(world.seller, values);
      await world.happen(id, event, world.manager);
      await world.deliver();
      return id;
    };
    before(async () => {
      smtp = await startSmtp();
      world = await startNoticeWorld({ engine, email: { smtpUrl: smtp.url, from: 'Varnholt Partners <partners@vendor.example>', portalUrl: 'https://www.vendor.example/partners?{recordType}={recordId}', serviceUrl: 'https://prm.vendor.example/' } });
      await setMember(world.admin, { status: 'suspended' });
    });
    after(async () => { await world?.test.close(); await smtp?.close(); });
    beforeEach(() => smtp.answer('take'));

    it('tells a member in text and HTML what is in the portal, with a link to the record', async () => {
      const id = await sendToSeller();
      assert.equal(smtp.received.length, 1);
      const [mail] = smtp.received;
      assert.deepEqual(mail!.to, [await addressOf(world.seller)]);
      assert.equal(mail!.header('subject'), 'Deal approved: Line 4 retrofit');
      assert.equal(mail!.header('from'), 'Varnholt Partners <partners@vendor.example>');
      for (const body of [mail!.text, mail!.html]) {
        assert.match(body, /Hello Sven Seller,/);
        assert.match(body, /“Line 4 retrofit” is approved and protected\./);
        assert.ok(body.includes(`https://www.vendor.example/partners?deal=${id}`));
      }
      assert.deepEqual(await outcomes(id), ['sent']);
    });

    it('speaks the member\'s language', async () => {
      await setMember(world.seller, { locale: 'de-AT' });
      await sendToSeller('deal.rejected');
      assert.equal(smtp.received[0]!.header('subject'), 'Deal nicht genehmigt: Line 4 retrofit');
      assert.match(smtp.received[0]!.text, /Guten Tag Sven Seller,\n\n„Line 4 retrofit“ wurde nicht genehmigt\./);
      await setMember(world.seller, { locale: 'nl-NL' });
      await sendToSeller('deal.rejected');
      assert.match(smtp.received[0]!.header('subject')!, /^Deal not approved/);
    });

    it('bears the same Message-ID when it comes twice, since nobody heard that it had come', async () => {
      smtp.answer('take_and_die');
      const id = await sendToSeller();
      assert.deepEqual(await outcomes(id), [null]);
      smtp.answer('take');
      await world.deliver();
      assert.equal(smtp.received.length, 1, 'it waits a while');
      await hurry(world);
      await world.deliver();
      const ids = smtp.received.map((mail) => mail.header('message-id'));
      assert.equal(ids.length, 2);
      assert.match(ids[0]!, /^<ntc_[0-9a-f]{32}@vendor\.example>$/);
      assert.equal(ids[0], ids[1]);
      assert.deepEqual(await outcomes(id), ['sent']);
    });

    it('comes again later where the server puts it off, and not where the mailbox is unknown', async () => {
      smtp.answer('later');
      const id = await sendToSeller();
      assert.deepEqual(await outcomes(id), [null]);
      smtp.answer('refuse');
      await hurry(world);
      await world.deliver();
      assert.deepEqual(await outcomes(id), ['refused']);
      assert.equal(smtp.received.length, 0);
    });

    it('goes to one of two services that send at once, once', async () => {
      smtp.received.length = 0;
      for (let number = 0; number < 12; number += 1) await world.happen((await world.addDraft(world.seller)).id, 'deal.approved', world.manager);
      await Promise.all([world.deliver(), world.deliver()]);
      assert.equal(smtp.received.length, 12);
      assert.equal(new Set(smtp.received.map((mail) => mail.header('message-id'))).size, 12);
    });

    it('lets no name break out: not of its header, its line, its direction or its HTML, and makes no link of it', async () => {
      const name = 'A\u202eb <b>x</b> https://evil.example Bcc: me@evil.example\u2028';
      await setMember(world.seller, { name: 'Sven "S", <x@evil.example>\r\nBcc: y@evil.example' });
      const id = await sendToSeller('deal.approved', { name: name.replace('\u202e', '') });
      await world.test.database.db.updateTable('deals').set({ name: `${name}\r\nBcc: z@evil.example` }).where('id', '=', id).execute();
      await world.happen(id, 'deal.rejected', world.manager);
      await world.deliver();
      for (const mail of smtp.received) {
        assert.deepEqual(mail.to, [await addressOf(world.seller)]);
        assert.equal(mail.header('bcc'), undefined);
        assert.doesNotMatch(mail.header('subject')!, /[\u202e\u2028\r\n]/);
        assert.doesNotMatch(mail.html, /<b>|[\u202e\u2028]/);
        for (const body of [mail.html, mail.text]) assert.doesNotMatch(body, /https:\/\/evil|me@evil/);
      }
      assert.equal(smtp.received.length, 2);
      await setMember(world.seller, { name: 'Sven Seller' });
    });

    it('names no record that the member may no longer see', async () => {
      const id = await world.addOffered({ partnerId: world.seller.partnerId, memberId: world.seller.memberId });
      smtp.received.length = 0;
      smtp.answer('later');
      await world.deliver();
      expectStatus(200, await world.as(world.manager).post(`/v1/leads/${id}/take-back`, {}));
      smtp.answer('take');
      await hurry(world);
      await world.deliver();
      const mail = smtp.received.find((one) => one.header('subject')?.startsWith('New lead'))!;
      assert.equal(mail.header('subject'), 'New lead');
      assert.doesNotMatch(mail.raw + mail.text, /Three pumps|Kettner/);
    });

    it('does not go to a member that is suspended or wants none of its kind', async () => {
      smtp.answer('later');
      const id = await sendToSeller();
      await setMember(world.seller, { status: 'suspended' });
      smtp.answer('take');
      await hurry(world);
      await world.deliver();
      assert.deepEqual(await outcomes(id), ['unwanted']);
      await setMember(world.seller, { status: 'active' });
      expectStatus(200, await world.as(world.seller).patch('/v1/notices/preferences', { email: [{ kind: 'deal_approved', on: false }] }, 1));
      assert.deepEqual(await outcomes(await sendToSeller()), []);
      expectStatus(200, await world.as(world.seller).patch('/v1/notices/preferences', { email: [{ kind: 'deal_approved', on: true }] }, 1));
      assert.deepEqual(await outcomes(await sendToSeller()), ['sent']);
      assert.equal(expectStatus(200, await world.as(world.seller).get('/v1/notices/preferences')).emailAvailable, true);
    });

    describe('unsubscribing', () => {
      const ask = (method: string, url: string, body?: string) => world.test.service.fetch(new Request(url, {
        method, ...(body !== undefined && { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      }));
      const linkIn = () => /<(.+)>/.exec(smtp.received[0]!.header('list-unsubscribe')!)![1]!;
      const wanted = async (person = world.seller) => expectStatus(200, await world.as(person).get('/v1/notices/preferences')).data.filter(({ email }: any) => email).map(({ kind }: any) => kind) as string[];

      it('asks first where the link is opened, and stops the kind or all that is chosen', async () => {
        await sendToSeller('deal.approved');
        const link = linkIn();
        assert.match(link, /^https:\/\/prm\.vendor\.example\/unsubscribe\/[\w-]+\.[\w-]+$/);
        assert.ok(smtp.received[0]!.text.includes(link));
        const page = await ask('GET', link);
        assert.match(await page.text(), /E-mails called “Deal approved”/);
        assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/);
        assert.ok((await wanted()).includes('deal_approved'), 'looking at it changes nothing');
        assert.match(await (await ask('POST', link, 'stop=kind')).text(), /no more e-mails called “Deal approved”/);
        assert.ok(!(await wanted()).includes('deal_approved'));
        assert.ok((await wanted()).includes('deal_rejected'));
      });

      it('stops all of them by one click of a mail program', async () => {
        await sendToSeller('deal.rejected');
        assert.equal(smtp.received[0]!.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
        assert.equal((await ask('POST', linkIn(), 'List-Unsubscribe=One-Click')).status, 200);
        assert.deepEqual(await wanted(), []);
        assert.deepEqual(await outcomes(await sendToSeller('deal.rejected')), []);
        assert.ok((await wanted(world.manager)).length > 0, 'of this member alone');
        expectStatus(200, await world.as(world.seller).patch('/v1/notices/preferences', { email: [{ kind: 'deal_rejected', on: true }] }, 1));
        assert.deepEqual(await wanted(), ['deal_rejected']);
      });

      it('takes no token but its own, and its own opens nothing else', async () => {
        await sendToSeller('deal.rejected');
        const link = linkIn();
        const token = link.split('/').at(-1)!;
        const [text, signature] = token.split('.') as [string, string];
        const other = Buffer.from(JSON.stringify([world.programme.id, world.manager.memberId, 'deal_rejected'])).toString('base64url');
        for (const bad of [`${other}.${signature}`, `${text}.${'A'.repeat(43)}`, text, world.seller.token, `${text}.${signature}x`, '%00', 'x'.repeat(5_000)]) {
          const answer = await ask('POST', `https://prm.vendor.example/unsubscribe/${bad}`, 'List-Unsubscribe=One-Click');
          assert.ok([400, 404].includes(answer.status), bad.slice(0, 40));
        }
        assert.ok((await wanted(world.manager)).includes('deal_submitted'));
        assert.equal((await world.test.request('GET', '/v1/notices', { token })).body.code, 'token_invalid');
        const keys = await world.test.database.db.selectFrom('signing_keys').select('secret').execute();
        for (const { secret } of keys) assert.ok(!smtp.received[0]!.raw.includes(secret));
        assert.ok(!smtp.received[0]!.raw.includes(world.seller.token));
      });
    });
  });
}

describe('a service that should send e-mail', () => {
  it('says at once what is wrong with how it was told to', async () => {
    const email = { smtpUrl: 'smtp://mail.example', from: 'a@vendor.example', portalUrl: 'https://www.vendor.example', serviceUrl: 'https://prm.vendor.example' };
    const { openMailer } = await import('../../../src/server/email/mailer.js');
    for (const [wrong, message] of [[{ smtpUrl: 'mail.example' }, /SMTP server/], [{ from: 'nobody' }, /sender/], [{ portalUrl: 'javascript:x' }, /portal/], [{ serviceUrl: '' }, /service/]] as const) {
      await assert.rejects(openMailer({ ...email, ...wrong }), message);
    }
  });
});
