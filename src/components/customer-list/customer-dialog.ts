/** What a customer's dialog is made of: loaded when the first customer is opened or added, and not with the list. */
export { renderDetail } from './customer-detail.js';
export { CustomerEditor } from './customer-editor.js';
export { renderForm } from './customer-form.js';
