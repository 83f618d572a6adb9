/** What takes a record of each kind out of the trash. */
export const restore = {
  'content-token': 'Återställ token',
  'volume-app': 'Återställ appen',
  'volume-user': 'Återställ användaren',
  'assigned-licence': 'Återställ licensen',
  'app-deployment': 'Återställ distributionen',
};
