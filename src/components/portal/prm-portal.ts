import { register } from '../register.js';
import { PortalElement } from './portal-element.js';

register('prm-portal', PortalElement);

export { PortalElement };
