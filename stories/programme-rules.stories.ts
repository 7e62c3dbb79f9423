import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Programme rules', component: 'prm-programme-rules' } satisfies Meta;

const faces = facesOf('prm-programme-rules', '/v1/rules', 'principal');

export const Reference = reference('prm-programme-rules', { who: 'principal' });
export const OfAnAdministrator = face('prm-programme-rules', { who: 'principal' });
export const OfAManager = face('prm-programme-rules', { who: 'manager' });
export const Loading = faces.loading;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
