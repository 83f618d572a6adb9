/** What tells a number from another, however it is written. */
export const numberKey = (number: string): string => number.replace(/\s/g, '').toUpperCase();
