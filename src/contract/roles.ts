/** Whose records a role may reach through an operation. `own` is the member's, `company` the partner's. */
export type Whose = 'own' | 'company' | 'programme' | 'service';

/** Who may call: people of the vendor, people of a partner, the vendor's back end, whoever runs the service. */
export const roles = [
  'programme_admin',
  'channel_manager',
  'partner_admin',
  'partner_seller',
  'secret_key',
  'operator',
] as const;

export type Role = (typeof roles)[number];

/** The roles a member, a person, can have. */
export const memberRoles = ['programme_admin', 'channel_manager', 'partner_admin', 'partner_seller'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Which roles an operation admits, and to whose records. A role that is not named may not call. */
export type Who = { readonly [R in Role]?: Whose };

/** The vendor's people and back end, over the whole programme. */
export const vendor = {
  programme_admin: 'programme',
  channel_manager: 'programme',
  secret_key: 'programme',
} as const satisfies Who;

/** A partner's people: an admin for the company, a seller for the own and assigned records. */
export const partner = { partner_admin: 'company', partner_seller: 'own' } as const satisfies Who;

/** Those who speak for a partner company. */
export const partnerAdmins = { partner_admin: 'company' } as const satisfies Who;

/** Everybody in the programme, each within the own view. */
export const everyone = { ...vendor, ...partner } as const satisfies Who;

/** Everybody in the programme, for what is the same to all of them: products, territories. */
export const everyoneAlike = {
  ...vendor,
  partner_admin: 'programme',
  partner_seller: 'programme',
} as const satisfies Who;

/** Those who set the programme's rules. */
export const programmeAdmins = { programme_admin: 'programme', secret_key: 'programme' } as const satisfies Who;

/** Whoever runs the service. */
export const operators = { operator: 'service' } as const satisfies Who;
