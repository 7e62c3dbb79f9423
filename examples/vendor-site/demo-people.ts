/**
 * Who can be signed in during the demonstration. The demonstration programme contains these three people,
 * found by their e-mail; a real site has its own accounts instead of this list.
 */
export interface DemoPerson {
  /** Short name in the sign-in cookie. */
  id: string;
  name: string;
  email: string;
  /** The company the person works for: a partner of the programme, or the vendor itself. */
  company: string;
  side: 'partner' | 'vendor';
  role: 'partner_admin' | 'partner_seller' | 'channel_manager';
  /** What the person does, as the demonstration bar words it. */
  job: string;
}

export const vendorName = 'Varnholt';

export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'mara',
    name: 'Mara Lindqvist',
    email: 'mara.lindqvist@nordwind-automation.example',
    company: 'Nordwind Automation',
    side: 'partner',
    role: 'partner_seller',
    job: 'Seller at a reseller',
  },
  {
    id: 'tomas',
    name: 'Tomás Ferreira',
    email: 'tomas.ferreira@atlas-process.example',
    company: 'Atlas Process Supply',
    side: 'partner',
    role: 'partner_admin',
    job: 'Admin at a rival distributor',
  },
  {
    id: 'ines',
    name: 'Inês Okafor',
    email: 'ines.okafor@varnholt.example',
    company: vendorName,
    side: 'vendor',
    role: 'channel_manager',
    job: 'Channel manager at the vendor',
  },
];
