/** What the reader does: opens and checks the file, then reads it. */
export type ReadStep = 'opening' | 'reading';

/** Called while a file is read; `share` is 0 to 1 where it is known. */
export type OnProgress = (step: ReadStep, share?: number) => void;
