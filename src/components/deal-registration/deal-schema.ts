/** The contract's own schemas that the form checks with as one goes; loaded beside the form, and not with the page. */
export { customerInput } from '../../contract/customers.js';
export { dealInput } from '../../contract/deal-input.js';
