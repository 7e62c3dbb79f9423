import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { idPrefixes, roles, type IdKind, type Role } from '../../../src/contract/index.js';
import { operations, requestFor } from '../../contract/samples.js';
import { startService, type TestService } from '../service.js';

describe('the permission matrix', () => {
  let service: TestService;
  let tokens: Record<Role, string>;
  before(async () => {
    service = await startService({ limits: { perSession: 1_000_000, perKey: 1_000_000 } });
    const programme = await service.addProgramme();
    const partner = await programme.addPartner('Partner');
    tokens = {
      programme_admin: (await programme.addPerson('programme_admin')).token,
      channel_manager: (await programme.addPerson('channel_manager')).token,
      partner_admin: (await programme.addPerson('partner_admin', partner)).token,
      partner_seller: (await programme.addPerson('partner_seller', partner)).token,
      secret_key: programme.secretKey,
      operator: service.operatorToken,
    };
  });
  after(() => service.close());

  for (const role of roles) {
    it(`admits ${role} exactly where the contract names it`, async () => {
      for (const named of operations) {
        const unknown = (kind: IdKind) => `${idPrefixes[kind]}_${'0'.repeat(32)}`;
        const { method, path, body, headers } = requestFor(named, undefined, unknown, unknown);
        const answer = await service.request(method, path, { token: tokens[role], body, headers });
        const named403 = answer.body?.code === 'role_forbidden';
        // A member's invitation may refuse the role that is given; who may call is what is asked here.
        if (role in named.operation.who && named.name === 'members.invite') continue;
        assert.equal(named403, !(role in named.operation.who), `${role} at ${named.name}: ${answer.status} ${answer.body?.code}`);
      }
    });
  }
});
