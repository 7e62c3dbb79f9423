import { register } from '../register.js';
import { DealListElement } from './deal-list-element.js';

register('prm-deal-list', DealListElement);

export { DealListElement };
