import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Lead inbox', component: 'prm-lead-inbox' } satisfies Meta;

const faces = facesOf('prm-lead-inbox', '/v1/leads');

export const Reference = reference('prm-lead-inbox');
export const OfASeller = face('prm-lead-inbox');
export const OfAnAdmin = face('prm-lead-inbox', { who: 'admin' });
export const OfTheVendor = face('prm-lead-inbox', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
