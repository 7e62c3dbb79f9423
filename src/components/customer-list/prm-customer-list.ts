import { register } from '../register.js';
import { CustomerListElement } from './customer-list-element.js';

register('prm-customer-list', CustomerListElement);

export { CustomerListElement };
