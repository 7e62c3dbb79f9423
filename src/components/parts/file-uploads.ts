import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { fileTypeOf, largestFile } from '../../contract/file-types.js';

/** A file that the service has: what a form keeps of it. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** What is wrong with a file before it is sent. */
export type FileProblem = 'kind' | 'empty' | 'large' | 'many' | 'name' | 'unreadable' | 'interrupted' | 'gone';

/** What is left of a file that was on its way when the page went: its name, and no content. */
export type LostFile = Pick<File, 'name' | 'size'>;

/** A file on its way, or one that did not arrive. */
export interface Upload {
  readonly file: File | LostFile;
  phase: 'waiting' | 'sending' | 'checking' | 'failed';
  /** Of 1. */
  share: number;
  problem?: FileProblem | undefined;
  /** What the service, or the network, said. */
  error?: unknown;
}

/** What becomes of uploads is told to whoever shows them. */
export interface UploadEvents {
  arrived: (file: UploadedFile) => void;
  failed: (upload: Upload) => void;
  /** Files that were chosen and did not arrive: what must be chosen again if the page goes now. */
  awaited?: (files: readonly LostFile[]) => void;
}

/** At once: more would only slow each other down, and fewer would leave the line idle between two small ones. */
const together = 2;

/** The uploads of one field: each declared, sent and checked; cancelled, or tried again. */
export class FileUploads implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => PortalClient;
  readonly #events: UploadEvents;
  readonly #flights = new Map<Upload, AbortController>();
  #uploads: readonly Upload[] = [];

  constructor(host: ReactiveControllerHost, client: () => PortalClient, events: UploadEvents) {
    this.#host = host;
    this.#client = client;
    this.#events = events;
    host.addController(this);
  }

  get all(): readonly Upload[] {
    return this.#uploads;
  }

  /** Takes files in, as many as there is room for. What is wrong with one is seen at once, without sending it. */
  add(files: readonly File[], room: number): void {
    let left = room;
    const added = files.map((file): Upload => {
      const problem = problemOf(file) ?? (left-- > 0 ? undefined : 'many');
      return { file, phase: problem ? 'failed' : 'waiting', share: 0, problem };
    });
    this.#uploads = [...this.#uploads, ...added];
    for (const upload of added) if (upload.problem) this.#events.failed(upload);
    this.#next();
  }

  /** Takes in what was on its way when the page went, to say that it is missing. */
  miss(files: readonly LostFile[]): void {
    this.#uploads = [...this.#uploads, ...files.map((file): Upload => ({ file, phase: 'failed', share: 0, problem: 'gone' }))];
  }

  /** Ends all of it. */
  clear(): void {
    for (const upload of this.#uploads) this.drop(upload);
  }

  retry(upload: Upload): void {
    Object.assign(upload, { phase: 'waiting', share: 0, problem: undefined, error: undefined } satisfies Partial<Upload>);
    this.#next();
  }

  /** Ends an upload, or takes a failed one off the list. */
  drop(upload: Upload): void {
    this.#uploads = this.#uploads.filter((one) => one !== upload);
    this.#flights.get(upload)?.abort();
    this.#next();
  }

  hostDisconnected(): void {
    for (const [upload, flight] of this.#flights) {
      Object.assign(upload, { phase: 'failed', problem: 'interrupted' } satisfies Partial<Upload>);
      flight.abort();
    }
  }

  #next(): void {
    this.#host.requestUpdate();
    const awaited = this.#uploads.filter(({ problem }) => !problem || problem === 'interrupted' || problem === 'gone');
    this.#events.awaited?.(awaited.map(({ file: { name, size } }) => ({ name, size })));
    const waiting = this.#uploads.filter(({ phase }) => phase === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, together - this.#flights.size))) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    const flight = new AbortController();
    const { signal } = flight;
    // One that is gone cannot be tried again.
    const file = upload.file as File;
    const client = this.#client();
    this.#flights.set(upload, flight);
    upload.phase = 'sending';
    let fileId: string | undefined;
    try {
      // A file that was moved or is in use fails here, and not as if the network had.
      await file.slice(0, 1).arrayBuffer().catch(() => { upload.problem = 'unreadable'; throw new Error('unreadable'); });
      ({ id: fileId } = await client.files.create({ name: file.name, size: file.size, type: fileTypeOf(file.name)! }, { signal }));
      const { id } = await client.files.upload(fileId, file, { signal, onProgress: ({ sent, total }) => this.#progress(upload, sent / total) });
      this.#uploads = this.#uploads.filter((one) => one !== upload);
      this.#events.arrived({ id, name: file.name, size: file.size });
    } catch (error) {
      // What was declared and will not come need not wait for the service's own clearing.
      if (fileId) void client.files.remove(fileId).catch(() => undefined);
      if (!signal.aborted) {
        const { fields } = error as { fields?: readonly { pointer: string }[] };
        if (fields?.some(({ pointer }) => pointer === '/name')) upload.problem = 'name';
        Object.assign(upload, { phase: 'failed', error } satisfies Partial<Upload>);
        this.#events.failed(upload);
      }
    } finally {
      this.#flights.delete(upload);
      this.#next();
    }
  }

  #progress(upload: Upload, share: number): void {
    // All is there, and the service looks at it.
    upload.phase = share >= 1 ? 'checking' : 'sending';
    upload.share = Math.min(1, share);
    this.#host.requestUpdate();
  }
}

function problemOf({ name, size }: File): FileProblem | undefined {
  if (!fileTypeOf(name)) return 'kind';
  return size === 0 ? 'empty' : size > largestFile ? 'large' : undefined;
}
