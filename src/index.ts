/** The typed client and the widgets' lazy definitions. Importing registers nothing and asks for nothing. */
export * from './client/index.js';
export * from './components/index.js';
