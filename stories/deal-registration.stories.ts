import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Deal registration', component: 'prm-deal-registration' } satisfies Meta;

const faces = facesOf('prm-deal-registration', '/v1/territories');

export const Reference = reference('prm-deal-registration');
export const OfASeller = face('prm-deal-registration');
export const OfAnAdmin = face('prm-deal-registration', { who: 'admin' });
export const Loading = faces.loading;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
