import type { Meta } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';

export default { title: 'Theme studio', component: 'prm-theme-studio' } satisfies Meta;

const faces = facesOf('prm-theme-studio', '/v1/programme', 'principal');

export const OfAnAdministrator = face('prm-theme-studio', { who: 'principal' });
export const OfAManager = face('prm-theme-studio', { who: 'manager' });
export const Loading = faces.loading;
export const Unreachable = faces.unreachable;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
