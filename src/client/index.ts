export { createPortalClient, type PortalClient, type PortalClientOptions } from './create-portal-client.js';
export type { SessionCallback, SessionGrant, SessionReason } from './credentials.js';
export * from './error-guards.js';
export * from './errors.js';
export type {
  MutationOptions, OperationMethod, OperationMethods, ReadOptions, RecordReference, Target, VersionedOptions,
} from './operation-methods.js';
export type { Fetch } from './transport.js';
export type { ChangeCallback, ChangeNotice } from './watchers.js';
export type {
  Account, Action, Customer, CustomerChange, CustomerInput, CustomerRow, Dashboard, Deal, DealForm, DealInput, DealRow, ErrorCode, FieldProblem,
  FormField, HistoryEntry, Lead, LeadRow, LeadState, Member, MemberRow, MemberRole, Money, Page, Partner, PartnerRow, Problem, Product, Programme,
  ProgrammeSettings, ProtectionState, Resource, Results, Review, SessionInfo, Stage, Territory,
} from '../contract/index.js';
