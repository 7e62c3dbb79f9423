export type { ConnectionCallback, ConnectionState } from './connection.js';
export { createPortalClient, type PortalClient, type PortalClientOptions } from './create-portal-client.js';
export type { SessionCallback, SessionGrant, SessionReason } from './credentials.js';
export * from './error-guards.js';
export * from './errors.js';
export type { Fetch, Progress } from './fetch.js';
export type {
  MutationOptions, OperationMethod, OperationMethods, ReadOptions, RecordReference, Target, UploadOptions, VersionedOptions,
} from './operation-methods.js';
export type { ChangeCallback, ChangeNotice } from './watchers.js';
export type {
  Account, Action, Customer, CustomerChange, CustomerInput, CustomerRow, Dashboard, Deal, DealForm, DealInput, DealRow, ErrorCode, ExportLanguage, Extension,
  FieldProblem, FileInput, FileRecord, FormField, HistoryEntry, Lead, LeadRow, LeadState, Member, MemberRole, MemberRow, Message, Money, Notice,
  NoticeKind, NoticePreferences, Page, Partner, PartnerRow, Problem, Product, Programme, ProgrammeAppearance, ProgrammeSettings, ProtectionState, Resource, Results,
  Review, SessionInfo, Stage, Territory, View,
} from '../contract/index.js';
export type { ApprovalRule, AutomaticApproval, Conflict, MatchReason, ProgrammeRules, ReviewRecord, ReviewRow, RulesRecord } from '../contract/index.js';
