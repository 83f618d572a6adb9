import { isRecord } from '#core/record/record-form.ts';
import { hasMarks, type Copy } from '../merge/copy.ts';
import { isInForm } from '../records/read-record.ts';
import { tombstone } from './couch/tombstone.ts';

/**
 * The record in a sealed text, or undefined for what no device writes. Any member can seal
 * anything, and a malformed record, or one without the form of its kind, would break every list it
 * reached. Only the document, to which the seal is bound, says whether the record is deleted, not
 * its content. A kind or version unknown to this app may contain anything.
 */
export const recordIn = (text: string, isDeleted: boolean): Copy | undefined => {
  try {
    const record = JSON.parse(text) as Copy;
    if (!isDeleted) return !hasMarks(record) && isInForm(record) ? record : undefined;
    const { id, kind, updatedAt, updatedBy = '' } = record;
    const left = { ...tombstone(id), kind, updatedAt, updatedBy };
    return isRecord(left) ? left : undefined;
  } catch {
    return undefined;
  }
};
