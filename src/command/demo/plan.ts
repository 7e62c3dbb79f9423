import type { MemberRole, partnerKinds } from '../../contract/index.js';
import type { Calendar } from './calendar.js';
import type { Chance } from './random.js';

export type Row = Record<string, unknown>;

export interface Seller { id: string; name: string; role: MemberRole }

export interface PartnerPlan {
  id: string;
  name: string;
  kind: (typeof partnerKinds)[number];
  country: string;
  territoryId: string | null;
  /** Its share of customers, leads and deals. */
  weight: number;
  /** Those who are active, the first of them leading. */
  sellers: Seller[];
  domain: string;
}

export interface CustomerPlan { id: string; name: string; country: string; sellerId: string | null; createdAt: number }
export interface ProductPlan { id: string; name: string; price: number }
export interface TerritoryPlan { id: string; countries: readonly string[] }

/** The programme as it grows, before it is written: what later parts need of the earlier, and the rows of each table. */
export interface Plan {
  programmeId: string;
  chance: Chance;
  calendar: Calendar;
  /** Where the eighteen months begin. */
  begins: number;
  territories: TerritoryPlan[];
  products: ProductPlan[];
  partners: PartnerPlan[];
  vendorPeople: Seller[];
  customers: Map<string, CustomerPlan[]>;
  rows: Record<'territories' | 'products' | 'partners' | 'members' | 'accounts' | 'customers' | 'contacts' | 'customer_accounts'
    | 'leads' | 'lead_offers' | 'deals' | 'deal_lines' | 'deal_accounts' | 'history', Row[]>;
}
