type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';

/** Whether it says what a device may do, in so many words. */
export const isRole = (value: unknown): value is 'member' | 'reader' =>
  value === 'member' || value === 'reader';

/** The required form of each; an invitation from an older version does not name who made it. */
const DEVICE = {
  id: isText,
  database: isText,
  hash: isText,
  role: isRole,
  since: Number.isFinite,
  seen: Number.isFinite,
};
const INVITATION = {
  id: isText,
  database: isText,
  hash: isText,
  role: isRole,
  until: Number.isFinite,
  keys: isText,
};

const areAll = (
  list: unknown,
  form: Readonly<Record<string, (value: unknown) => boolean>>,
): boolean =>
  Array.isArray(list) &&
  list.every(
    (entry: unknown) =>
      isFields(entry) && Object.entries(form).every(([field, isValid]) => isValid(entry[field])),
  );

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Whether parsed JSON has the form of accounts. A file that a hand or another program changed is
 * not guessed at: it says who may come in.
 */
export const areAccounts = (value: unknown): boolean =>
  isFields(value) && areAll(value.devices, DEVICE) && areAll(value.invitations, INVITATION);
