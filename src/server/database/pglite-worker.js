// PGlite in a thread of its own. Plain JavaScript, because a thread begins without the loader that reads TypeScript from source.
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';

const { directory, parsedAs } = workerData;
/** Types by their numbers: bigint as a number, date as it is written. */
const parsers = Object.fromEntries(Object.entries(parsedAs).map(([type, kind]) => [type, kind === 'number' ? Number : (text) => text]));
const pglite = new PGlite(directory);

const answers = {
  ready: () => pglite.waitReady,
  query: async ({ text, parameters }) => {
    const { rows, affectedRows = 0, fields } = await pglite.query(text, parameters, { parsers });
    return { rows, affectedRows, fields };
  },
  exec: async ({ text }) => (await pglite.exec(text, { parsers })).flatMap((result) => result.rows),
  // COMMIT of a failed transaction answers ROLLBACK and no error; whoever awaits it must hear that nothing was kept.
  commit: async () => {
    const failed = await pglite.query('select').then(() => false, () => true);
    await pglite.query('commit');
    if (failed) throw Object.assign(new Error('The transaction had failed and was rolled back.'), { code: '25P02' });
  },
  close: () => pglite.close(),
};

// Errors lose their own fields on the way between threads.
const describe = ({ message, code, severity, constraint, schema, table, column, routine }) =>
  ({ message, fields: { code, severity, constraint, schema, table, column, routine } });

parentPort.on('message', ({ id, request }) => {
  answers[request.kind](request).then(
    (value) => parentPort.postMessage({ id, value }),
    (error) => parentPort.postMessage({ id, error: describe(error) }),
  );
});
