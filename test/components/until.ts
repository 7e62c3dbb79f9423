import { waitUntil } from '@open-wc/testing';

/** Milliseconds until what does not come is given up: a bound for what hangs, and no measure of speed. */
const patience = 30_000;

/** Waits until something holds, however long a busy machine takes. `what` says it; `instead` what is there when it never comes. */
export async function until(condition: () => unknown, what = 'It comes to pass', instead?: () => string): Promise<void> {
  await waitUntil(async () => Boolean(await condition()), what, { timeout: patience, interval: 20 }).catch((error: Error) => {
    throw instead ? new Error(`${error.message}, but: ${instead()}`, { cause: error }) : error;
  });
}
