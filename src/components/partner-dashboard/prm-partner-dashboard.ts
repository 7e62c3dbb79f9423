import { register } from '../register.js';
import { PartnerDashboardElement } from './partner-dashboard-element.js';

register('prm-partner-dashboard', PartnerDashboardElement);

export { PartnerDashboardElement };
