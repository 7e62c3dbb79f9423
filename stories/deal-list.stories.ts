import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { face, facesOf } from './faces.js';
import { reference } from './reference.js';

export default { title: 'Deal list', component: 'prm-deal-list' } satisfies Meta;

const faces = facesOf('prm-deal-list', '/v1/deals');

export const Reference = reference('prm-deal-list');
export const OfASeller = face('prm-deal-list');
export const OfAnAdmin = face('prm-deal-list', { who: 'admin' });
export const AsABoard: StoryObj = {
  ...face('prm-deal-list'),
  play: ({ canvasElement }) => canvasElement.querySelector('prm-deal-list')!.setAttribute('look', 'board'),
};
export const OfTheVendor = face('prm-deal-list', { who: 'manager' });
export const Loading = faces.loading;
export const Empty = faces.empty;
export const Failed = faces.failed;
export const Unreachable = faces.unreachable;
export const Denied = faces.denied;
export const SignedOut = faces.signedOut;
export const NotSetUp = faces.notSetUp;
