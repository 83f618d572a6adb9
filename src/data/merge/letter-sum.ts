/**
 * A number below `most` that tells one text from another, the same on every device. Two texts may
 * have the same.
 */
export const letterSum = (text: string, most: number): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % most, 0);
