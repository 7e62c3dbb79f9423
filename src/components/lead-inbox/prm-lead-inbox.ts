import { register } from '../register.js';
import { LeadInboxElement } from './lead-inbox-element.js';

register('prm-lead-inbox', LeadInboxElement);

export { LeadInboxElement };
