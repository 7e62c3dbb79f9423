import type { AnswerOf, BodyOf, Bytes, Contract, Page, QueryOf } from '../contract/index.js';
import type { Progress } from './fetch.js';

export interface ReadOptions {
  /** Aborting it rejects the call with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How long the whole call may take, retries and waits included, in milliseconds. The client's `timeout` unless said. */
  timeout?: number | undefined;
  /** How often the call is made again where that may help: 2 unless said. */
  retries?: number | undefined;
}
export interface MutationOptions extends ReadOptions {
  /** Two calls with the same key are one. Made once per call, and kept over its retries, unless given. */
  idempotencyKey?: string | undefined;
}
export interface VersionedOptions extends MutationOptions {
  /** The version the caller has seen; another one on the service ends in `PreconditionFailedError`. */
  version?: number | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** Told how far the content has gone; from the beginning again where it has to be sent again. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** A record, or as much of it as a call needs. Its version, where it has one, is sent as If-Match. */
export interface RecordReference {
  readonly id: string;
  readonly version?: number | undefined;
}

/** Which record is meant: its id, or the record itself. */
export type Target = string | RecordReference;

type Path<O> = O extends { path: infer P extends string } ? P : never;
type Targets<P extends string, T> = P extends `${string}{${string}}${infer Rest}` ? [record: T, ...rest: Targets<Rest, T>] : [];

/** Where the service takes several values, one needs no array. */
type Query<Q> = { [K in keyof Q]: Q[K] extends readonly (infer V)[] | undefined ? V | readonly V[] | undefined : Q[K] };
type Input<O> = QueryOf<O> extends undefined ? BodyOf<O> : Query<QueryOf<O>>;
type InputArgument<O> = Input<O> extends undefined ? [] : object extends Input<O> ? [input?: Input<O>] : [input: Input<O>];

type Options<O> = O extends { method: 'GET' } ? ReadOptions : O extends { body: Bytes } ? UploadOptions : O extends { ifMatch: string } ? VersionedOptions : MutationOptions;
type WithVersion<T> = T & { version: number };

/** A change must say which version it changes: by the record it is handed, or beside a bare id. */
type ChangeArguments<O> = Path<O> extends `${string}{${string}`
  ?
      | [...Targets<Path<O>, WithVersion<RecordReference>>, input: Input<O>, options?: VersionedOptions]
      | [...Targets<Path<O>, string>, input: Input<O>, options: WithVersion<VersionedOptions>]
  : [input: Input<O>, options: WithVersion<VersionedOptions>];

type Arguments<O> = O extends { ifMatch: 'required' }
  ? ChangeArguments<O>
  : [...Targets<Path<O>, Target>, ...InputArgument<O>, options?: Options<O>];

interface AllRows<O, Row> {
  /** Every row, one after another; a page is asked for when the one before is used up. */
  all(query?: Input<O>, options?: ReadOptions): AsyncGenerator<Row, void, undefined>;
}

/** One operation as a method: the ids of its path in order, what it takes, options. */
export type OperationMethod<O> = ((...args: Arguments<O>) => Promise<AnswerOf<O>>) &
  (AnswerOf<O> extends Page<infer Row> ? AllRows<O, Row> : unknown);

/** Resource → operation → method, all of it from the contract. */
export type OperationMethods = {
  readonly [R in keyof Contract]: { readonly [N in keyof Contract[R]]: OperationMethod<Contract[R][N]> };
};
