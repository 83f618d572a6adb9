/** Who did something, where that is no name. */
export const who = {
  you: 'Du',
  someone: 'Någon',
};
