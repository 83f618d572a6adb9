/** A question's id among those of all files that were chosen together: each file asks its own. */
export const idInLot = (at: number, id: string): string => `${at}|${id}`;

/** A question's id as its own file has it: what is answered is remembered by that. */
export const idInFile = (id: string): string => id.replace(/^\d+\|/, '');
