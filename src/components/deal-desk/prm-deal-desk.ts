import { register } from '../register.js';
import { DealDeskElement } from './deal-desk-element.js';

register('prm-deal-desk', DealDeskElement);

export { DealDeskElement };
