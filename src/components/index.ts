/** Elements by tag, loaded on use, and what the host page needs to look and speak its own way. Without side effects. */
export { definePrmElements, definitions, observePrmElements, type PrmTag } from './definitions.js';
export type { Appearance } from './theme/appearance.js';
export type { Messages } from './locale/catalogue.js';
export { PortalReadyEvent, PortalSignedOutEvent } from './portal/portal-events.js';
export type { PortalElement } from './portal/portal-element.js';
export { DealSteppedEvent, DealStepEvent, type DealStep } from './deal-list/deal-events.js';
export type { DealListElement } from './deal-list/deal-list-element.js';
export { LeadSteppedEvent, LeadStepEvent, type LeadStep } from './lead-inbox/lead-events.js';
export type { LeadInboxElement } from './lead-inbox/lead-inbox-element.js';
export { AttentionEvent } from './partner-dashboard/attention-event.js';
export type { PartnerDashboardElement } from './partner-dashboard/partner-dashboard-element.js';
export { CustomerSavedEvent } from './customer-list/customer-events.js';
export type { CustomerListElement } from './customer-list/customer-list-element.js';
export { DealSubmitEvent, DealSubmittedEvent } from './deal-registration/registration-events.js';
export type { DealRegistrationElement } from './deal-registration/deal-registration-element.js';
