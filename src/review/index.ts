export { createReviewServer, type ReviewServer } from './server.ts';
export { openSession } from './session.ts';
