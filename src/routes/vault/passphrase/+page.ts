export { load } from '../load-change.ts';
