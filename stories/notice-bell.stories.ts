import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Notice bell', component: 'prm-notice-bell' } satisfies Meta;

const faces = facesOf('prm-notice-bell', '/v1/notices/unread');

export const Reference = reference('prm-notice-bell');
export const OfASeller = face('prm-notice-bell');
export const OfAnAdmin = face('prm-notice-bell', { who: 'admin' });
export const OfTheVendor = face('prm-notice-bell', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
