/**
 * Days during which an import (A5), or what was done to many records at once (X12), can be undone.
 */
export const UNDO_DAYS = 30;
