import { isRecord } from '#core/record/record-form.ts';
import { hasMarks, type Copy } from '../merge/copy.ts';
import { isInForm } from '../records/read-record.ts';
import { tombstone } from './couch/tombstone.ts';

/**
 * The record in what was sealed, or undefined for what no device writes. Who was let in can seal
 * anything, and what has not the form of a record, or not that of its kind, would break each list
 * that it came to. Whether it is deleted says the document, to which the seal is bound, and nothing
 * in it. A kind or version that this app does not know may say what it likes.
 */
export const recordIn = (text: string, isDeleted: boolean): Copy | undefined => {
  try {
    const told = JSON.parse(text) as Copy;
    if (!isDeleted) return !hasMarks(told) && isInForm(told) ? told : undefined;
    const { id, kind, updatedAt, updatedBy = '' } = told;
    const left = { ...tombstone(id), kind, updatedAt, updatedBy };
    return isRecord(left) ? left : undefined;
  } catch {
    return undefined;
  }
};
