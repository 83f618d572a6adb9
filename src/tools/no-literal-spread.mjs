/** Literals, also behind `as` and `satisfies`. */
const LITERALS = new Set(['ObjectExpression', 'ArrayExpression', 'TSSatisfiesExpression']);

/**
 * @param {any} node
 * @returns {boolean}
 */
const isLiteral = (node) =>
  LITERALS.has(node.type) ||
  (node.type === 'TSAsExpression' &&
    (node.expression.type === 'ObjectExpression' || node.expression.type === 'ArrayExpression'));

/**
 * Finds literals that are spread. Nothing checks a spread object for properties that its type does
 * not know, and a property in it hides among others.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noLiteralSpread = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      literal: 'Write what is spread here in its place.',
      attributes: 'Write each as an attribute of its own.',
    },
  },
  create: (context) => ({
    SpreadElement: (/** @type {any} */ node) => {
      if (isLiteral(node.argument)) context.report({ node: node.argument, messageId: 'literal' });
    },
    SvelteSpreadAttribute: (/** @type {any} */ node) => {
      if (node.argument.type === 'ObjectExpression')
        context.report({ node: node.argument, messageId: 'attributes' });
    },
  }),
};
