import type { reviewOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { decideMany } from './decide-many.js';
import { listReviews } from './queue.js';
import { readReview } from './read-review.js';

/** The vendor's desk. */
export const reviewRoutes: Handlers<typeof reviewOperations> = { list: listReviews, read: readReview, decide: decideMany };
