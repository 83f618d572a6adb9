export { load } from '#workspace/screens/vault/change/load-change.ts';
