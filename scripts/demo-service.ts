/** The service of `npm start`: on an embedded database in .prmkit/demo, with the demonstration programme in it. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { seedDemo } from '../src/command/demo/index.js';
import { holderOf } from '../src/server/database/open-directory.js';
import { openDatabase } from '../src/server/database/open.js';
import { createService, type Service } from '../src/server/service.js';

const directory = '.prmkit/demo';
const filesDirectory = '.prmkit/demo-files';
/** Written when the programme is complete: an interrupted first start is begun anew. */
const secretsFile = '.prmkit/demo-secrets.json';

export interface DemoSecrets {
  secretKey: string;
  /** Keeps people signed in to the site over a restart. */
  cookieSecret: string;
}

export interface DemoService {
  service: Service;
  secrets: DemoSecrets;
  close: () => Promise<void>;
}

/** Opens the database and the service on it; `url` is where it is going to be reached. Fills the database on the first start. */
export async function openDemoService({ url, fresh }: { url: string; fresh: boolean }): Promise<DemoService> {
  const holder = holderOf(directory);
  if (holder) throw new Error(`The demonstration runs already, in process ${holder.pid}${holder.url ? ` with its service at ${holder.url}` : ''}: stop that one first.`);

  let secrets = fresh ? undefined : await readSecrets();
  if (!secrets) await Promise.all([directory, filesDirectory, secretsFile].map((path) => rm(path, { recursive: true, force: true })));
  await mkdir('.prmkit', { recursive: true });

  const operatorToken = randomBytes(24).toString('base64url');
  const log = createWriteStream('.prmkit/service.log', { flags: 'a', mode: 0o600 });
  const database = await openDatabase({ directory });
  const service = await createService({ database, files: { directory: filesDirectory }, operatorToken, log: (entry) => log.write(`${JSON.stringify(entry)}\n`) });
  database.announce?.({ url, operatorToken });
  if (!secrets) {
    console.log('Writing the demonstration programme…');
    const { secretKey } = await seedDemo(database);
    secrets = { secretKey, cookieSecret: randomBytes(24).toString('base64url') };
    await writeFile(secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  }

  const close = async () => {
    await service.close();
    await database.close();
    log.end();
  };
  return { service, secrets, close };
}

async function readSecrets(): Promise<DemoSecrets | undefined> {
  try {
    return JSON.parse(await readFile(secretsFile, 'utf8')) as DemoSecrets;
  } catch {
    return undefined;
  }
}
