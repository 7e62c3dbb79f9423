import { register } from '../register.js';
import { DealRegistrationElement } from './deal-registration-element.js';

register('prm-deal-registration', DealRegistrationElement);

export { DealRegistrationElement };
