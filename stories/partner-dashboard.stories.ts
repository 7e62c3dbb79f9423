import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Partner dashboard', component: 'prm-partner-dashboard' } satisfies Meta;

const faces = facesOf('prm-partner-dashboard', '/v1/dashboard');

export const Reference = reference('prm-partner-dashboard');
export const OfASeller = face('prm-partner-dashboard');
export const OfAnAdmin = face('prm-partner-dashboard', { who: 'admin' });
export const OfTheVendor = face('prm-partner-dashboard', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
