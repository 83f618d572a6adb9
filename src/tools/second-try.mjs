/**
 * Tells Vitest's JSON report, by the mark it leaves on a test, what passed at the second try alone:
 * the report has no place for it.
 */
export default class SecondTry {
  /**
   * @param {import('vitest/node').TestCase} test
   */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky === true) Object.assign(test.meta(), { atSecondTry: true });
  }
}
