import { register } from '../register.js';
import { ProgrammeRulesElement } from './programme-rules-element.js';

register('prm-programme-rules', ProgrammeRulesElement);

export { ProgrammeRulesElement };
