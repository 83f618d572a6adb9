/** A text as a form has it; '' where the value is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A number as a form has it. */
export const numberText = (value: unknown): string =>
  typeof value === 'number' ? String(value) : textOf(value);
