/** The limit: the deal form in native HTML, of the fields that the programme asks for. */
import { placeForm } from '/form/by-hand.js';
import { ask } from './session.js';

const [programme, territories] = await Promise.all([ask('/v1/programme'), ask('/v1/territories?limit=200'), ask('/v1/deals?limit=10')]);
placeForm(document.querySelector('#place'), programme, territories.data);
