/** Whose workspace the example is: Björkdalens kommun does not exist. */
export const bjorkdalen = {
  workspace: 'Björkdalens kommun',
  person: 'Sara Lindholm',
};
