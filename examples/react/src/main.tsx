import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Partners } from './partners.js';

createRoot(document.getElementById('app')!).render(<StrictMode><Partners /></StrictMode>);
