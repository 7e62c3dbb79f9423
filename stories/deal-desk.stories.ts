import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Deal desk', component: 'prm-deal-desk' } satisfies Meta;

const faces = facesOf('prm-deal-desk', '/v1/reviews', 'manager');

export const Reference = reference('prm-deal-desk', { who: 'manager' });
export const OfTheVendor = face('prm-deal-desk', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const OfAPartner = face('prm-deal-desk', { who: 'seller' });
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
