import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An e-mail as it came over the wire. */
export interface Received {
  to: string[];
  raw: string;
  header: (name: string) => string | undefined;
  /** The decoded parts by their type. */
  text: string;
  html: string;
}

type Verdict = 'take' | 'take_and_die' | 'later' | 'refuse';

export interface TestSmtp {
  url: string;
  received: Received[];
  /** What the server does with the next e-mails to an address that contains this; `''` for all. */
  answer: (verdict: Verdict, address?: string) => void;
  close: () => Promise<void>;
}

const decodeWords = (text: string): string => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, form: string, coded: string) =>
  (form.toLowerCase() === 'b' ? Buffer.from(coded, 'base64') : fromQuoted(coded.replaceAll('_', ' '))).toString());
const fromQuoted = (text: string): Buffer => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

function parse(raw: string, to: string[]): Received {
  const headerOf = (part: string) => (name: string) => {
    const head = part.slice(0, part.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return line && decodeWords(line.slice(name.length + 1).trim());
  };
  const boundary = /boundary="([^"]+)"/.exec(headerOf(raw)('content-type') ?? '')?.[1];
  const partOf = (type: string) => {
    const part = raw.split(`--${boundary}`).find((one) => headerOf(one.trimStart())('content-type')?.startsWith(type))?.trimStart() ?? '';
    const body = part.slice(part.indexOf('\r\n\r\n') + 4);
    const coding = headerOf(part)('content-transfer-encoding');
    return (coding === 'base64' ? Buffer.from(body, 'base64') : coding === 'quoted-printable' ? fromQuoted(body) : Buffer.from(body)).toString().replaceAll('\r\n', '\n');
  };
  return { raw, to, header: headerOf(raw), text: partOf('text/plain'), html: partOf('text/html') };
}

/** A real SMTP server on a port of its own, that takes e-mail, puts it off, refuses it, or dies just after it has taken one. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: Received[] = [];
  const verdicts: { verdict: Verdict; address: string }[] = [];
  const verdictOn = (address: string): Verdict => verdicts.findLast((one) => address.includes(one.address))?.verdict ?? 'take';
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo({ address }, _session, done) {
      const verdict = verdictOn(address);
      done(verdict === 'later' ? refusal(451, 'Greylisted') : verdict === 'refuse' ? refusal(550, 'No such mailbox') : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push(parse(Buffer.concat(chunks).toString(), to));
        // The e-mail is there, and its sender never hears of it.
        if (verdictOn(to[0]!) === 'take_and_die') for (const connection of server.connections as Set<{ _socket: { destroy: () => void } }>) connection._socket.destroy();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received,
    answer: (verdict, address = '') => { verdicts.push({ verdict, address }); },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
