import { register } from '../register.js';
import { ThemeStudioElement } from './theme-studio-element.js';

register('prm-theme-studio', ThemeStudioElement);

export { ThemeStudioElement };
