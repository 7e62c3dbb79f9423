import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { makeDirectory } from '../server/template.js';
import { openShell, type Shell } from './terminal.js';

describe('prmkit', () => {
  let shell: Shell;
  before(async () => { shell = await openShell(); });
  after(() => shell.close());

  it('tells what it can do, and how each command is called', async () => {
    assert.equal((await shell.prmkit('--help')).code, 0);
    for (const name of ['serve', 'migrate', 'programme', 'key', 'import', 'demo']) {
      const { code, out } = await shell.prmkit(name, '--help');
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: prmkit ${name}`));
    }
  });

  it('ends with 2 when it is called wrongly', async () => {
    const calls = [[], ['fly'], ['serve', '--wings'], ['serve', '--port', 'x'], ['serve', '--smtp-url', 'smtp://mail.example'], ['serve', '--files', 's3://'], ['serve', '--files', 's3://key:secret@bucket'], ['programme'], ['programme', 'create'], ['key', 'revoke'], ['migrate', 'now'], ['demo', '--scale', '0'], ['key', 'list', '--url', 'http://127.0.0.1:1']];
    for (const call of calls) assert.equal((await shell.prmkit(...call)).code, 2, call.join(' '));
  });

  it('makes no database of a misspelt directory', async () => {
    const { code, err } = await shell.prmkit('programme', 'list');
    assert.equal(code, 1);
    assert.match(err, /There is no database in .* prmkit migrate/);
  });

  it('makes a programme and keys that are shown once', async () => {
    const [first, second] = (await Promise.all([shell.prmkit('migrate'), shell.prmkit('migrate')])).map(({ out }) => out).sort();
    assert.match(first!, /Applied/);
    assert.match(second!, /nothing to apply/, 'two at once come one after the other');
    assert.match((await shell.prmkit('migrate')).out, /nothing to apply/);
    assert.match((await shell.prmkit('programme', 'create', 'Vendor', '--time-zone', 'Europe/Berlin')).out, /^prg_/);
    assert.match((await shell.prmkit('programme', 'create', 'Vendor', '--time-zone', 'Mars/Base')).err, /timeZone/);
    const { out: secret } = await shell.prmkit('key', 'create', '--name', 'Site', '--expires-in', '30');
    assert.match(secret, /^prm_sk_/);
    const { out: list } = await shell.prmkit('key', 'list');
    assert.match(list, /expires .*Site/);
    assert.ok(!list.includes(secret));
    await shell.prmkit('key', 'revoke', /key_\w+/.exec(list)![0]);
    assert.match((await shell.prmkit('key', 'list')).out, /revoked/);
    await shell.prmkit('programme', 'create', 'Other');
    assert.match((await shell.prmkit('key', 'list')).err, /Say which programme/);
  });
});

describe('prmkit serve', () => {
  let shell: Shell;
  const running: ChildProcess[] = [];
  before(async () => {
    shell = await openShell();
    await makeDirectory(shell.data);
    await shell.prmkit('programme', 'create', 'Vendor');
  });
  after(async () => {
    for (const process of running) process.kill('SIGKILL');
    await shell.close();
  });

  /** Starts the command itself, and waits until it says more than that it begins. */
  async function serve(...args: string[]): Promise<{ process: ChildProcess; line: string }> {
    const started = spawn(process.execPath, ['--import', 'tsx', 'src/command/index.ts', 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(started);
    started.stdout.resume();
    started.stderr.setEncoding('utf8');
    for (let line = ''; ;) {
      line += ((await once(started.stderr, 'data')) as [string])[0];
      if (line.replace(/^Starting…\n/, '')) return { process: started, line };
    }
  }

  it('holds the directory, is found by the other commands, says a taken port, and stops when it is told to', async () => {
    const { process: service, line } = await serve('--data', shell.data, '--port', '0');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)![0];
    assert.equal((await fetch(`${url}/readyz`)).status, 200);

    assert.match((await shell.prmkit('programme', 'list')).out, /Vendor/);
    assert.match((await shell.prmkit('migrate')).out, /The service at .* holds this directory/);
    assert.match((await shell.prmkit('demo')).err, /Stop it first/);
    const { out: key } = await shell.prmkit('key', 'create');
    assert.equal((await fetch(`${url}/v1/programme`, { headers: { authorization: `Bearer ${key}` } })).status, 200);

    const second = await serve('--data', `${shell.data}-other`, '--port', new URL(url).port);
    assert.match(second.line, /is taken\. Stop what listens there, or choose another with --port\./);
    const [code] = second.process.exitCode === null ? ((await once(second.process, 'exit')) as [number]) : [second.process.exitCode];
    assert.equal(code, 1);

    service.kill('SIGTERM');
    assert.deepEqual(await once(service, 'exit'), [0, null]);
    assert.match((await shell.prmkit('key', 'list')).out, /good/);
  });
});
