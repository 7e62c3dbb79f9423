// Generated from the contract by `npm run generate`. Change the operations, not this file.
import type { Contract } from './index.js';
import type { RouteTable } from './operation.js';

/** Resource → operation → method, path and what the call makes stale. */
export const routes: RouteTable<Contract> = {
  programme: {
    read: { method: 'GET', path: '/v1/programme' },
    change: { method: 'PATCH', path: '/v1/programme', input: 'body', ifMatch: 'required', changes: ['programme'] },
  },
  partners: {
    list: { method: 'GET', path: '/v1/partners', input: 'query' },
    read: { method: 'GET', path: '/v1/partners/{partnerId}' },
    create: { method: 'POST', path: '/v1/partners', input: 'body', changes: ['partners'] },
    change: { method: 'PATCH', path: '/v1/partners/{partnerId}', input: 'body', ifMatch: 'required', changes: ['partners'] },
  },
  members: {
    list: { method: 'GET', path: '/v1/members', input: 'query' },
    read: { method: 'GET', path: '/v1/members/{memberId}' },
    invite: { method: 'POST', path: '/v1/members', input: 'body', changes: ['members'] },
    change: { method: 'PATCH', path: '/v1/members/{memberId}', input: 'body', ifMatch: 'required', changes: ['members'] },
    suspend: { method: 'POST', path: '/v1/members/{memberId}/suspend', ifMatch: 'accepted', changes: ['members'] },
    reinstate: { method: 'POST', path: '/v1/members/{memberId}/reinstate', ifMatch: 'accepted', changes: ['members'] },
  },
  products: {
    list: { method: 'GET', path: '/v1/products', input: 'query' },
    read: { method: 'GET', path: '/v1/products/{productId}' },
    create: { method: 'POST', path: '/v1/products', input: 'body', changes: ['products'] },
    change: { method: 'PATCH', path: '/v1/products/{productId}', input: 'body', ifMatch: 'required', changes: ['products'] },
  },
  territories: {
    list: { method: 'GET', path: '/v1/territories', input: 'query' },
    read: { method: 'GET', path: '/v1/territories/{territoryId}' },
    create: { method: 'POST', path: '/v1/territories', input: 'body', changes: ['territories'] },
    change: { method: 'PATCH', path: '/v1/territories/{territoryId}', input: 'body', ifMatch: 'required', changes: ['territories'] },
  },
  accounts: {
    list: { method: 'GET', path: '/v1/accounts', input: 'query' },
    matches: { method: 'GET', path: '/v1/accounts/matches', input: 'query' },
    read: { method: 'GET', path: '/v1/accounts/{accountId}' },
    create: { method: 'POST', path: '/v1/accounts', input: 'body', changes: ['accounts'] },
    change: { method: 'PATCH', path: '/v1/accounts/{accountId}', input: 'body', ifMatch: 'required', changes: ['accounts'] },
  },
  customers: {
    list: { method: 'GET', path: '/v1/customers', input: 'query' },
    read: { method: 'GET', path: '/v1/customers/{customerId}' },
    create: { method: 'POST', path: '/v1/customers', input: 'body', changes: ['customers'] },
    change: { method: 'PATCH', path: '/v1/customers/{customerId}', input: 'body', ifMatch: 'required', changes: ['customers', 'deals'] },
    link: { method: 'POST', path: '/v1/customers/{customerId}/link', input: 'body', ifMatch: 'accepted', changes: ['customers'] },
  },
  leads: {
    list: { method: 'GET', path: '/v1/leads', input: 'query' },
    read: { method: 'GET', path: '/v1/leads/{leadId}' },
    create: { method: 'POST', path: '/v1/leads', input: 'body', changes: ['leads'] },
    change: { method: 'PATCH', path: '/v1/leads/{leadId}', input: 'body', ifMatch: 'required', changes: ['leads'] },
    offer: { method: 'POST', path: '/v1/leads/{leadId}/offer', input: 'body', ifMatch: 'accepted', changes: ['leads', 'dashboard'] },
    takeBack: { method: 'POST', path: '/v1/leads/{leadId}/take-back', input: 'body', ifMatch: 'accepted', changes: ['leads', 'dashboard'] },
    accept: { method: 'POST', path: '/v1/leads/{leadId}/accept', ifMatch: 'accepted', changes: ['leads', 'dashboard'] },
    decline: { method: 'POST', path: '/v1/leads/{leadId}/decline', input: 'body', ifMatch: 'accepted', changes: ['leads', 'dashboard'] },
    convert: { method: 'POST', path: '/v1/leads/{leadId}/convert', input: 'body', ifMatch: 'accepted', changes: ['leads', 'deals', 'customers', 'dashboard'] },
    close: { method: 'POST', path: '/v1/leads/{leadId}/close', input: 'body', ifMatch: 'accepted', changes: ['leads', 'dashboard'] },
  },
  deals: {
    list: { method: 'GET', path: '/v1/deals', input: 'query' },
    export: { method: 'GET', path: '/v1/deals/export', input: 'query', output: 'bytes' },
    read: { method: 'GET', path: '/v1/deals/{dealId}' },
    create: { method: 'POST', path: '/v1/deals', input: 'body', changes: ['deals'] },
    change: { method: 'PATCH', path: '/v1/deals/{dealId}', input: 'body', ifMatch: 'required', changes: ['deals'] },
    clone: { method: 'POST', path: '/v1/deals/{dealId}/clone', changes: ['deals'] },
    submit: { method: 'POST', path: '/v1/deals/{dealId}/submit', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    withdraw: { method: 'POST', path: '/v1/deals/{dealId}/withdraw', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    moveStage: { method: 'POST', path: '/v1/deals/{dealId}/stage', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    requestExtension: { method: 'POST', path: '/v1/deals/{dealId}/request-extension', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    reassign: { method: 'POST', path: '/v1/deals/{dealId}/reassign', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    grantExtension: { method: 'POST', path: '/v1/deals/{dealId}/grant-extension', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    refuseExtension: { method: 'POST', path: '/v1/deals/{dealId}/refuse-extension', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    confirmWin: { method: 'POST', path: '/v1/deals/{dealId}/confirm-win', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    refuseWin: { method: 'POST', path: '/v1/deals/{dealId}/refuse-win', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    startReview: { method: 'POST', path: '/v1/deals/{dealId}/start-review', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    requestAction: { method: 'POST', path: '/v1/deals/{dealId}/request-action', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    approve: { method: 'POST', path: '/v1/deals/{dealId}/approve', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    reject: { method: 'POST', path: '/v1/deals/{dealId}/reject', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    undoDecision: { method: 'POST', path: '/v1/deals/{dealId}/undo-decision', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    handOver: { method: 'POST', path: '/v1/deals/{dealId}/hand-over', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    linkAccount: { method: 'POST', path: '/v1/deals/{dealId}/link-account', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
    coSell: { method: 'POST', path: '/v1/deals/{dealId}/co-sell', input: 'body', ifMatch: 'accepted', changes: ['deals', 'dashboard', 'reviews'] },
  },
  reviews: {
    list: { method: 'GET', path: '/v1/reviews', input: 'query' },
    read: { method: 'GET', path: '/v1/reviews/{dealId}' },
    decide: { method: 'POST', path: '/v1/reviews/decide', input: 'body', changes: ['deals', 'reviews', 'dashboard'] },
  },
  availability: {
    check: { method: 'POST', path: '/v1/availability', input: 'body' },
  },
  rules: {
    read: { method: 'GET', path: '/v1/rules' },
    change: { method: 'PATCH', path: '/v1/rules', input: 'body', ifMatch: 'required', changes: ['rules', 'reviews'] },
    listVersions: { method: 'GET', path: '/v1/rules/versions', input: 'query' },
  },
  messages: {
    list: { method: 'GET', path: '/v1/messages', input: 'query' },
    send: { method: 'POST', path: '/v1/messages', input: 'body', changes: ['messages'] },
  },
  views: {
    list: { method: 'GET', path: '/v1/views', input: 'query' },
    save: { method: 'POST', path: '/v1/views', input: 'body', changes: ['views'] },
    remove: { method: 'DELETE', path: '/v1/views/{viewId}', changes: ['views'] },
  },
  files: {
    list: { method: 'GET', path: '/v1/files', input: 'query' },
    read: { method: 'GET', path: '/v1/files/{fileId}' },
    create: { method: 'POST', path: '/v1/files', input: 'body' },
    upload: { method: 'PUT', path: '/v1/files/{fileId}/content', input: 'bytes', changes: ['files'] },
    download: { method: 'GET', path: '/v1/files/{fileId}/content', output: 'bytes' },
    remove: { method: 'DELETE', path: '/v1/files/{fileId}', changes: ['files', 'deals'] },
  },
  dashboard: {
    read: { method: 'GET', path: '/v1/dashboard', input: 'query' },
    results: { method: 'GET', path: '/v1/dashboard/results', input: 'query' },
  },
  sessions: {
    create: { method: 'POST', path: '/v1/sessions', input: 'body' },
    read: { method: 'GET', path: '/v1/session', input: 'query' },
    revoke: { method: 'DELETE', path: '/v1/sessions/{sessionId}' },
  },
  history: {
    list: { method: 'GET', path: '/v1/history', input: 'query' },
  },
  changes: {
    list: { method: 'GET', path: '/v1/changes', input: 'query' },
  },
  notices: {
    list: { method: 'GET', path: '/v1/notices', input: 'query' },
    unread: { method: 'GET', path: '/v1/notices/unread' },
    markRead: { method: 'POST', path: '/v1/notices/{noticeId}/read', changes: ['notices'] },
    markAllRead: { method: 'POST', path: '/v1/notices/read', input: 'body', changes: ['notices'] },
    preferences: { method: 'GET', path: '/v1/notices/preferences' },
    changePreferences: { method: 'PATCH', path: '/v1/notices/preferences', input: 'body', changes: ['notices'] },
  },
  imports: {
    run: { method: 'POST', path: '/v1/imports', input: 'body', changes: ['partners', 'members', 'products', 'territories', 'customers', 'leads', 'deals', 'dashboard'] },
  },
  keys: {
    create: { method: 'POST', path: '/v1/keys', input: 'body' },
    list: { method: 'GET', path: '/v1/keys', input: 'query' },
    revoke: { method: 'DELETE', path: '/v1/keys/{keyId}' },
    rotate: { method: 'POST', path: '/v1/keys/rotate' },
  },
  programmes: {
    create: { method: 'POST', path: '/v1/programmes', input: 'body' },
    list: { method: 'GET', path: '/v1/programmes' },
  },
};
