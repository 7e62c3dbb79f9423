import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Customer list', component: 'prm-customer-list' } satisfies Meta;

const faces = facesOf('prm-customer-list', '/v1/customers');

export const Reference = reference('prm-customer-list');
export const OfASeller = face('prm-customer-list');
export const OfAnAdmin = face('prm-customer-list', { who: 'admin' });
export const OfTheVendor = face('prm-customer-list', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
