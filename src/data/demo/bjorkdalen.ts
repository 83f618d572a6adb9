/** The owner of the example workspace; Björkdalens kommun does not exist. */
export const bjorkdalen = {
  workspace: 'Björkdalens kommun',
  person: 'Sara Lindholm',
};
