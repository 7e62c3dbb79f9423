// Run in a process of its own by directory.test.ts: opens a directory, writes for as long as it is let, and says each write that was acknowledged.
import { sql } from 'kysely';
import { openDatabase } from '../../../src/server/database/open.js';

const [directory, url] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const database = await openDatabase({ directory: directory! });
  if (url) database.announce!({ url, operatorToken: 'secret' });
  await sql`create table if not exists written (number int primary key)`.execute(database.db);
  say('open');
  process.stdin.once('end', () => void database.close().then(() => process.exit(0)));
  process.stdin.resume();
  const { rows: [last] } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from written`.execute(database.db);
  for (let number = last!.number + 1; ; number++) {
    await sql`insert into written (number) values (${number})`.execute(database.db);
    say(String(number));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
} catch (error) {
  say(`refused: ${(error as Error).message}`);
}
