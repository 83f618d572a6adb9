/** Words of the question about a day that is more than a year ahead. */
export const farDay = {
  question: (day: string) => `${day} ligger mer än ett år fram. Stämmer det?`,
  right: 'Dagen stämmer',
  missed: 'Rätta dagen eller kryssa i att den stämmer.',
};
