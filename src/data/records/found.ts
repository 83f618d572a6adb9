// What a programme's screens and work may know about the list of kinds: the types, and how to tell
// them apart.
export type { KindId } from '#programmes/kinds.ts';
export { isOfKind, type DataOf, type Found, type RecordOf } from '#programmes/record-of.ts';
