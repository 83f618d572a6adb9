/** Types that say of another only that it may be missing or may not change. */
const AROUND = new Set(['Readonly', 'Partial', 'Required']);

/** @typedef {ReadonlyMap<string, any>} Aliases the types that a file names */

/**
 * Whether a type annotation describes an object with any text as a key: `Record<string, …>`, a
 * string index, or an alias for one of these in the same file.
 * @param {any} type
 * @param {Aliases} aliases
 * @param {number} [depth]
 * @returns {boolean}
 */
const isMapType = (type, aliases, depth = 0) => {
  if (!type || depth > 5) return false;
  /** @param {any} inner */
  const into = (inner) => isMapType(inner, aliases, depth + 1);
  if (type.type === 'TSTypeAnnotation' || type.type === 'TSTypeOperator')
    return into(type.typeAnnotation);
  if (type.type === 'TSUnionType' || type.type === 'TSIntersectionType')
    return type.types.some(into);
  if (type.type === 'TSTypeLiteral') return type.members.some(isTextIndex);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const [first] = type.typeArguments?.params ?? [];
  if (type.typeName.name === 'Record') return first?.type === 'TSStringKeyword';
  return AROUND.has(type.typeName.name) ? into(first) : into(aliases.get(type.typeName.name));
};

/** @param {any} member */
const isTextIndex = (member) =>
  member.type === 'TSIndexSignature' &&
  member.parameters[0]?.typeAnnotation?.typeAnnotation.type === 'TSStringKeyword';

/**
 * The expression below `as` and `satisfies`.
 * @param {any} node
 * @returns {any}
 */
const bare = (node) =>
  /^TS(?:As|Satisfies|NonNull)Expression$/.test(node?.type) ? bare(node.expression) : node;

/**
 * Whether a key is written in the source, so that nobody else chooses it.
 * @param {any} node
 */
const isWritten = (node) => {
  const key = bare(node);
  return /Literal$/.test(key.type) || key.type === 'PrivateIdentifier';
};

/**
 * The type that is written for an empty object, where it is: of a variable, a parameter, `as`,
 * or a call (`reduce<…>`).
 * @param {any} node
 * @returns {readonly any[]}
 */
const typesFor = ({ parent }) => {
  if (parent.type === 'VariableDeclarator') return [parent.id.typeAnnotation];
  if (parent.type === 'AssignmentPattern') return [parent.left.typeAnnotation];
  if (parent.type === 'PropertyDefinition' || /^TS(?:As|Satisfies)Expression$/.test(parent.type))
    return [parent.typeAnnotation];
  return parent.type === 'CallExpression' ? (parent.typeArguments?.params ?? []) : [];
};

/**
 * Whether a variable is a table written out in the source, whose type allows any text as a key.
 * @param {any} variable
 * @param {Aliases} aliases
 */
const isTable = (variable, aliases) =>
  (variable?.defs ?? []).some((/** @type {any} */ { node }) => {
    if (node.type !== 'VariableDeclarator' || bare(node.init)?.type !== 'ObjectExpression')
      return false;
    return isMapType(node.id.typeAnnotation ?? node.init.typeAnnotation, aliases);
  });

/**
 * Whether the same key has just been checked with `Object.hasOwn`, in a condition around it.
 * @param {any} node
 * @param {import('eslint').SourceCode} source
 */
const isAsked = (node, source) => {
  const asked = `Object.hasOwn(${source.getText(node.object)}, ${source.getText(bare(node.property))})`;
  for (let at = node; at.parent; at = at.parent) {
    const { type, test, left } = at.parent;
    if (
      /^(?:ConditionalExpression|IfStatement)$/.test(type) &&
      at === at.parent.consequent &&
      source.getText(test).includes(asked)
    )
      return true;
    if (
      type === 'LogicalExpression' &&
      at.parent.operator === '&&' &&
      at !== left &&
      source.getText(left).includes(asked)
    )
      return true;
  }
  return false;
};

/**
 * @param {any} scope
 * @param {string} name
 */
const variableOf = (scope, name) => {
  for (let at = scope; at; at = at.upper) if (at.set.has(name)) return at.set.get(name);
  return undefined;
};

/**
 * The types that a file names, its exported ones as well.
 * @param {readonly any[]} body
 * @returns {Aliases}
 */
const aliasesIn = (body) => {
  const declared = body.map((node) =>
    node.type === 'ExportNamedDeclaration' ? node.declaration : node,
  );
  const named = declared.filter((node) => node?.type === 'TSTypeAliasDeclaration');
  return new Map(named.map((node) => [node.id.name, node.typeAnnotation]));
};

/**
 * Finds plain objects that are used as maps: begun empty, looked up by a word that the source does
 * not write, or asked with `in`. It reads the types that are written in the file, and no others:
 * types from other files would make the lint slow.
 * @type {import('eslint').Rule.RuleModule}
 */
export const plainMaps = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      begun:
        'A word from outside is no key of a plain object: use a Map, and Object.fromEntries where one is handed on.',
      looked:
        'A word from outside may be one that every object answers to (constructor): look it up with ownEntry.',
      within: 'What every object answers to (constructor) is in it, too: ask with Object.hasOwn.',
    },
  },
  create: (context) => {
    const source = context.sourceCode;
    const aliases = aliasesIn(source.ast.body);
    return {
      ObjectExpression: (/** @type {any} */ node) => {
        if (node.properties.length > 0 || !typesFor(node).some((type) => isMapType(type, aliases)))
          return;
        context.report({ node, messageId: 'begun' });
      },
      MemberExpression: (/** @type {any} */ node) => {
        if (!node.computed || node.object.type !== 'Identifier' || isWritten(node.property)) return;
        if (node.parent.type === 'AssignmentExpression' && node.parent.left === node) return;
        if (
          !isTable(variableOf(source.getScope(node), node.object.name), aliases) ||
          isAsked(node, source)
        )
          return;
        context.report({ node, messageId: 'looked' });
      },
      // `word in {}` asks for just that: whether every object answers to it.
      BinaryExpression: (/** @type {any} */ node) => {
        if (node.operator === 'in' && !isWritten(node.left) && node.right.properties?.length !== 0)
          context.report({ node, messageId: 'within' });
      },
    };
  },
};
