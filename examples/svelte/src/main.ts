import { mount } from 'svelte';
import Partners from './partners.svelte';

mount(Partners, { target: document.getElementById('app')! });
