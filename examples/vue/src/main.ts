import { createApp } from 'vue';
import Partners from './partners.vue';

createApp(Partners).mount('#app');
