import type { Transaction } from 'kysely';
import type { AnswerOf, BodyOf, Bytes, Operation, PathParams, QueryOf } from '../contract/index.js';
import type { Caller, Reach } from './caller.js';
import type { Database } from './database/schema.js';

export type Tx = Transaction<Database>;

/** One request, checked and parsed, inside its transaction. */
export interface Call<O extends Operation = Operation> {
  tx: Tx;
  caller: Caller;
  reach: Reach;
  params: { [P in PathParams<O['path']>]: string };
  query: NonNullable<QueryOf<O>>;
  body: NonNullable<BodyOf<O>>;
  /** The version in If-Match, if one was sent. */
  ifMatch: number | undefined;
  requestId: string;
}

/** One request whose body or answer is raw bytes. It opens its transactions itself, short ones, and none while bytes flow. */
export interface BytesCall<O extends Operation = Operation> extends Omit<Call<O>, 'tx' | 'body' | 'ifMatch'> {
  /** As it comes in; ends in a `ServiceError` once it is more than the operation takes, or breaks off. */
  body: AsyncIterable<Uint8Array>;
  inTransaction: <T>(work: (call: Pick<Call, 'tx' | 'caller' | 'reach' | 'requestId'>) => Promise<T>) => Promise<T>;
}

/** Raw bytes as an answer. */
export interface BytesAnswer {
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array>;
}

/** What a room does for one operation: the answer's body, or a thrown `ServiceError`. */
export type Handler<O extends Operation> =
  O extends { answer: Bytes } ? (call: BytesCall<O>) => Promise<BytesAnswer>
    : O extends { body: Bytes } ? (call: BytesCall<O>) => Promise<AnswerOf<O>>
    : (call: Call<O>) => Promise<AnswerOf<O>>;

/** A room's handlers. A missing one does not compile. */
export type Handlers<Operations extends Record<string, Operation>> = { [N in keyof Operations]: Handler<Operations[N]> };
