// What a programme's screens and work may know of the list of kinds: the types, and how they are told.
export type { KindId } from '#programmes/kinds.ts';
export { isOfKind, type Found, type RecordOf } from '#programmes/record-of.ts';
