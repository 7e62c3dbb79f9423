import type { Transaction } from 'kysely';
import type { AnswerOf, BodyOf, Operation, PathParams, QueryOf } from '../contract/index.js';
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

/** What a room does for one operation: the answer's body, or a thrown `ServiceError`. */
export type Handler<O extends Operation> = (call: Call<O>) => Promise<AnswerOf<O>>;

/** A room's handlers. A missing one does not compile. */
export type Handlers<Operations extends Record<string, Operation>> = { [N in keyof Operations]: Handler<Operations[N]> };
