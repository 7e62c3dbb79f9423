/**
 * The real service in the page, on a database in memory. One for all stories: each asks for a programme of its own.
 * Behind `handlers`, which go into a story's `parameters.msw`, it answers at any address that ends in /v1/….
 */
import { http } from 'msw';
import { createService, type Service } from '../src/server/service.js';

export const operatorToken = 'stories';
let started: Promise<Service> | undefined;

/** Starts with the first story that asks. */
export const startService = (): Promise<Service> =>
  (started ??= createService({ database: { memory: true }, operatorToken, jobs: false, log: () => {} }));

export const handlers = [http.all('*/v1/*', async ({ request }) => (await startService()).fetch(request))];
