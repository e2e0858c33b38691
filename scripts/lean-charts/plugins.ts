import type { Plugin } from "vite";
import { NOT_REACHED } from "./not-reached.ts";

const RECHARTS = /node_modules\/recharts\//;

/**
 * What Babel puts into each module of Recharts anew, by what does the same for the plain objects and arrays that it is used on.
 * To copy property by property as `_objectSpread` does takes a fifth of a repaint.
 */
export const BABEL: Record<string, string> = {
  _objectSpread: "Object.assign",
  _extends: "Object.assign",
  // By copying: an object from which is deleted is slow to read from then on.
  _objectWithoutProperties:
    "(from, names) => { const rest = {}; for (const name in from) if (!names.includes(name)) rest[name] = from[name]; return rest; }",
  _slicedToArray: "(list) => Array.isArray(list) ? list : [...list]",
};

/** Functions of Babel that only those in {@link BABEL} call. */
const UNDER_BABEL =
  "ownKeys|_objectWithoutPropertiesLoose|_nonIterableRest|_unsupportedIterableToArray|_arrayLikeToArray|_iterableToArrayLimit|_arrayWithHoles";

/** Id of the module that has them. */
export const BABEL_ONCE = "\0surge-babel";

/** One copy of each of Babel's functions instead of sixty. */
export const oneBabel: Plugin = {
  name: "one-babel",
  apply: "build",
  resolveId: { filter: { id: /^surge-babel$/ }, handler: () => BABEL_ONCE },
  load: {
    filter: { id: new RegExp(`^${BABEL_ONCE}$`) },
    handler: () =>
      Object.entries(BABEL)
        .map(([name, value]) => `export const ${name} = ${value};`)
        .join("\n"),
  },
  transform: {
    filter: { id: RECHARTS, code: /^function _(objectSpread|extends|objectWithoutProperties|slicedToArray)\(/m },
    handler: (code) => {
      const names = Object.keys(BABEL).filter((name) => new RegExp(`^function ${name}\\(.*\\}$`, "m").test(code));
      const without = code.replace(new RegExp(`^function (${names.join("|")}|${UNDER_BABEL})\\(.*\\}$`, "gm"), "");
      return `import { ${names.join(", ")} } from "surge-babel";\n${without}`;
    },
  },
};

/** Leaves out of the build what {@link NOT_REACHED} names, and fails where another version no longer has it so. */
export function lean(): Plugin {
  const left = new Set(NOT_REACHED);
  return {
    name: "lean-charts",
    apply: "build",
    transform: {
      filter: { id: NOT_REACHED.map(({ module }) => module) },
      handler: (code, id) => {
        const one = NOT_REACHED.find(({ module, found = /^/ }) => module.test(id) && found.test(code));
        if (one === undefined) throw new Error(`${id} is not as it was: see scripts/lean-charts/not-reached.ts`);
        left.delete(one);
        return one.found ? code.replace(one.found, one.instead) : one.instead;
      },
    },
    buildEnd: (error) => {
      for (const { what } of error ? [] : left)
        throw new Error(`not found in Recharts any more: ${what}. See scripts/lean-charts/not-reached.ts`);
    },
  };
}
