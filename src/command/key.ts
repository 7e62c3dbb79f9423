import { CommandError, noMore, readArguments, table, UsageError, type Command } from './command.js';
import { connect, findProgramme, placeHelp, placeOptions } from './place.js';

const help = `Usage: prmkit key create [--programme NAME|ID] [--name TEXT] [--expires-in DAYS]
       prmkit key list [--programme NAME|ID]
       prmkit key revoke KEY_ID
       prmkit key rotate

A secret key lets a vendor's back end act for its programme. \`create\` prints it once; it is stored hashed. \`rotate\` makes a new key
for signing session tokens; those signed with the last one stay good until they expire.

  --programme NAME|ID   needed where there are several
  --name TEXT           what the key is for, as the list shows it
  --expires-in DAYS     never unless said
${placeHelp}`;

const actions = ['create', 'list', 'revoke', 'rotate'];

export const keyCommand: Command = {
  name: 'key', summary: 'Create, list or revoke secret keys; rotate signing keys', help,
  async run(args, terminal) {
    const { values, positionals: [action = '', keyId, ...more] } = readArguments(args, {
      ...placeOptions, programme: { type: 'string' }, name: { type: 'string' }, 'expires-in': { type: 'string' },
    });
    noMore(action === 'revoke' ? more : [keyId, ...more].filter((one) => one !== undefined));
    if (!actions.includes(action)) throw new UsageError(`Say what to do: ${actions.join(', ')}.`);
    if (action === 'revoke' && !keyId) throw new UsageError('Say which key, by its id. prmkit key list shows them.');
    const days = Number(values['expires-in'] ?? 0);
    if (!(days >= 0 && days <= 365)) throw new UsageError('A key may expire in up to 365 days.');

    const { client, as, close } = await connect(values, terminal);
    try {
      if (as !== 'operator') throw new CommandError('Keys are made by whoever runs the service: set PRMKIT_OPERATOR_TOKEN.');
      if (action === 'rotate') return terminal.out(`Session tokens are signed with ${(await client.keys.rotate()).kid} from now on.`);
      if (action === 'revoke') {
        await client.keys.revoke(keyId!);
        return terminal.out(`Revoked ${keyId}.`);
      }
      const { id: programmeId, name: programmeName } = await findProgramme(client, values.programme);
      if (action === 'create') {
        const { secretKey } = await client.keys.create({ programmeId, name: values.name ?? 'Secret key', ...(days && { expiresIn: Math.round(days * 86_400) }) });
        terminal.out(secretKey);
        return terminal.err(`A secret key for ${programmeName}. It is shown this once: keep it where your back end's secrets are.`);
      }
      const { data } = await client.keys.list({ programmeId });
      const state = (key: (typeof data)[number]) => (key.revokedAt ? `revoked ${key.revokedAt.slice(0, 10)}` : key.expiresAt ? `expires ${key.expiresAt.slice(0, 10)}` : 'good');
      terminal.out(data.length ? table([['ID', 'CREATED', 'STATE', 'NAME'], ...data.map((key) => [key.id, key.createdAt.slice(0, 10), state(key), key.name])]) : `${programmeName} has no secret key yet.`);
    } finally {
      await close();
    }
  },
};
