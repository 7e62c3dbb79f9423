import type { createTransport } from 'nodemailer';
import type { Message } from './message.js';

/** How the service sends e-mail. */
export interface EmailOptions {
  /** `smtps://user:password@mail.example:465`, or `smtp://…`, which goes over to TLS where the server can. */
  smtpUrl: string;
  /** The sender: `Varnholt Partners <partners@varnholt.example>`. */
  from: string;
  /** Where the portal's page is, for the link in an e-mail. `{recordType}` (deal, lead) and `{recordId}` in it are filled in. */
  portalUrl: string;
  /** Where this service is reached from outside: the links to unsubscribe lead there. */
  serviceUrl: string;
}

/** Why an e-mail did not go. */
export class SendingError extends Error {
  override readonly name = 'SendingError';
  constructor(
    /** The server will never take this one; or it takes none now. */
    readonly reason: 'refused' | 'later' | 'unreachable',
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export interface Mailer {
  readonly options: EmailOptions;
  /** Throws a `SendingError`. */
  send(message: Message): Promise<void>;
  close(): void;
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** Opens nothing yet; throws where the options cannot be meant. */
export async function openMailer(options: EmailOptions): Promise<Mailer> {
  checkOptions(options);
  const nodemailer = await loadNodemailer();
  const transport = nodemailer.createTransport({
    ...serverOf(options.smtpUrl), ...timeouts, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true,
  });
  return {
    options,
    async send({ to, ...message }) {
      try {
        // The envelope by itself: no comma in a name or address ever makes two recipients of one.
        await transport.sendMail({ ...message, to, envelope: { from: addressOf(options.from), to: [to.address] } });
      } catch (error) {
        throw new SendingError(reasonOf(error), error);
      }
    },
    close: () => transport.close(),
  };
}

async function loadNodemailer(): Promise<{ createTransport: typeof createTransport }> {
  try {
    return await import('nodemailer');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('Sending e-mail needs the package nodemailer. Run: npm i nodemailer', { cause: error });
  }
}

function serverOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return {
    host: hostname, port: Number(port) || (secure ? 465 : 587), secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

function checkOptions({ smtpUrl, from, portalUrl, serviceUrl }: EmailOptions): void {
  const isUrl = (text: string, protocols: RegExp) => URL.canParse(text) && protocols.test(new URL(text).protocol);
  if (!isUrl(smtpUrl, /^smtps?:$/)) throw new TypeError('The SMTP server is named as smtp://host:587 or smtps://user:password@host:465.');
  if (!/^[^\s@<>,]+@[^\s@<>,]+$/.test(addressOf(from)) || /[\r\n]/.test(from)) throw new TypeError('E-mails need a sender such as "Partners <partners@vendor.example>".');
  if (!isUrl(portalUrl, /^https?:$/)) throw new TypeError('E-mails need the portal\'s address, such as https://www.vendor.example/partners.');
  if (!isUrl(serviceUrl, /^https?:$/)) throw new TypeError('E-mails need the address at which this service is reached, such as https://prm.vendor.example.');
}

/** By the SMTP answer: a 5xx to the recipient or the content is for good; to signing in, somebody will mend it. */
function reasonOf(error: unknown): SendingError['reason'] {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  if (responseCode === undefined || code === 'EAUTH' || command === 'CONN') return 'unreachable';
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA' || code === 'EENVELOPE' || code === 'EMESSAGE') ? 'refused' : 'later';
}
