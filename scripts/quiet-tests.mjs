/**
 * Node's test runner reads the outcomes from the standard output of each file's process, and on Node 20 loses its place where something else
 * is written there in between: the file then fails with "Unable to deserialize cloned data", and every other run does not. So whatever
 * tests and the code under them say goes to the standard error.
 */
import { Console } from 'node:console';

globalThis.console = new Console(process.stderr);
