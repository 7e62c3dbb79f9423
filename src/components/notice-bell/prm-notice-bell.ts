import { register } from '../register.js';
import { NoticeBellElement } from './notice-bell-element.js';

register('prm-notice-bell', NoticeBellElement);

export { NoticeBellElement };
