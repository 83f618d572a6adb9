/** What is typed in a form, in memory alone. */
export class TypedHere<Draft> {
  typed = $state() as Draft;

  constructor(begin: Draft) {
    this.typed = begin;
  }
}
