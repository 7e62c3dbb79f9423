/**
 * Runs files of tests with Node's own runner, in the order in which they are given (its command line sorts them), each in a process of its own.
 * Plain JavaScript, because each of those takes over how this one was started.
 */
import { run } from 'node:test';
import report from './node-reporter.mjs';

const [concurrency, timeout, ...files] = process.argv.slice(2);
run({ files, concurrency: Number(concurrency), timeout: Number(timeout) })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(report)
  .pipe(process.stdout);
