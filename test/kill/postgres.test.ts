import { engines } from '../server/database.js';
import { describeKills } from './kills.js';

if (engines.includes('postgres')) describeKills('postgres');
