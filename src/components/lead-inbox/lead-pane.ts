/** What the reading pane is made of: loaded when the first lead is opened, and not with the list. */
export { renderLead } from './lead-reading.js';
export { asks, emptyInput, neededBy, renderStep, takeStep } from './lead-steps.js';
