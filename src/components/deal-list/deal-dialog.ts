/** What a deal's dialog is made of: loaded when the first deal is opened, and not with the list. */
export { renderDetail } from './deal-detail.js';
export { asks, emptyInput, neededBy, renderStep, takeStep } from './deal-steps.js';
