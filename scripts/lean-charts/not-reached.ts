/** A part of Recharts that stands in every page with a chart, and that no chart of ours reaches. */
export interface NotReached {
  what: string;
  /** The files in question. */
  module: RegExp;
  /** What is left out of a file; without it the whole of the file. */
  found?: RegExp;
  instead: string;
}

/** Stands in for what must not be called. */
const NONE = `const none = () => { throw new Error("no chart of ours has this: see scripts/lean-charts") };`;

/** What Recharts brings along and our charts never reach, by the module it stands in: a third of what draws the first chart. */
export const NOT_REACHED: readonly NotReached[] = [
  {
    what: "scales are looked up by name in all of d3-scale; these are the ones that our axes have, and those that it falls back to",
    module: /recharts\/es6\/state\/selectors\/combiners\/combine(ConfiguredScale|RealScaleType)\.js$/,
    found: /^import \* as d3Scales from 'victory-vendor\/d3-scale';$/m,
    instead: `import { scaleBand, scaleLinear, scaleLog, scalePoint } from 'victory-vendor/d3-scale';
const d3Scales = { scaleBand, scaleLinear, scaleLog, scalePoint };`,
  },
  {
    what: "scales of ours map numbers to numbers, never colours, dates or texts",
    module: /d3-interpolate\/dist\/d3-interpolate\.mjs$/,
    instead: `export const interpolateNumber = (a, b) => (a = +a, b = +b, t => a * (1 - t) + b * t);
export const interpolateRound = (a, b) => (a = +a, b = +b, t => Math.round(a * (1 - t) + b * t));
export const interpolate = interpolateNumber, piecewise = interpolateNumber;`,
  },
  {
    what: "ticks come with their texts, so no scale is asked to write one",
    module: /d3-format\/dist\/d3-format\.mjs$/,
    instead: `${NONE}
export const format = none, formatPrefix = none, formatSpecifier = none, precisionFixed = none, precisionPrefix = none, precisionRound = none;`,
  },
  {
    what: "of the curves between two points only the straight one is drawn; the others stay in a build because they have prototypes",
    module: /d3-shape\/dist\/d3-shape\.mjs$/,
    found:
      /^function noop\(\) \{\}$.*?(^function none\$1\(.*^export \{ arc, area, areaRadial, )(?:\w+ as curve\w+, )+(curveLinear, )(?:\w+ as curve\w+, )+/ms,
    instead: "$1$2",
  },
  {
    what: "between two days a line is straight; a curve of another name is drawn so, too",
    module: /recharts\/es6\/shape\/Curve\.js$/,
    found: /^import \{[^}]*\} from 'victory-vendor\/d3-shape';$(.*?)^var CURVE_FACTORIES = \{[^}]*\};$/ms,
    instead:
      "import { area as shapeArea, curveLinear, line as shapeLine } from 'victory-vendor/d3-shape';$1var CURVE_FACTORIES = { curveLinear };",
  },
  {
    what: "dots of ours are drawn by us, none is a symbol of d3",
    module: /recharts\/es6\/shape\/Symbols\.js$/,
    instead: `${NONE}
export const Symbols = none;`,
  },
  {
    what: 'axes say `niceTicks="none"`: theirs are reckoned in data/chart/axis.ts, without decimals of any length',
    module: /recharts\/es6\/util\/scale\/index\.js$/,
    instead: "export const getNiceTickValues = () => undefined, getTickValuesFixedDomain = () => undefined;",
  },
  {
    what: "axes say `interval={0}`: each tick that we give is drawn, none is measured and left out",
    module: /recharts\/es6\/cartesian\/getTicks\.js$/,
    instead: `${NONE}
export const getTicks = ({ tick, ticks, interval }) => !ticks?.length || !tick ? [] : interval === 0 ? ticks : none();`,
  },
  {
    what: "nobody asks an axis which ticks it has drawn",
    module: /recharts\/es6\/cartesian\/CartesianAxis\.js$/,
    found: /^import isEqual from .*?$(.*?)^function RenderedTicksReporter\(_ref\) \{$.*?^\}$/ms,
    instead: "$1function RenderedTicksReporter() { return null; }",
  },
  {
    what: "ticks are texts of ours, and axes have no labels: none is broken into lines or measured",
    module: /recharts\/es6\/component\/Text\.js$/,
    found: /^import .*^export function isValidTextAnchor.*^export function isRenderableText.*^export var Text = .*$/ms,
    instead: `${NONE}
export const Text = none, isRenderableText = () => true;
export const isValidTextAnchor = (value) => ["start", "middle", "end", "inherit"].includes(value);`,
  },
  {
    what: "what is written beside axes and lines is placed by us",
    module: /recharts\/es6\/component\/Label\.js$/,
    instead: `${NONE}
const bare = ({ children }) => children;
export const CartesianLabelContextProvider = bare, PolarLabelContextProvider = bare;
export const CartesianLabelFromLabelProp = ({ label }) => label ? none() : null;
export const isLabelContentAFunction = () => false;
export const Label = none, PolarLabelFromLabelProp = none, usePolarLabelContext = none, defaultLabelProps = {};`,
  },
  {
    what: "no line has the values of its points written along it",
    module: /recharts\/es6\/component\/LabelList\.js$/,
    instead: `${NONE}
const bare = ({ children }) => children;
export const CartesianLabelListContextProvider = bare, PolarLabelListContextProvider = bare;
export const LabelListFromLabelProp = ({ label }) => label ? none() : null;
export const LabelList = none;`,
  },
  {
    what: "nothing moves: items are drawn where they are, at once",
    module: /recharts\/es6\/animation\/AnimatedItems\.js$/,
    instead: `${NONE}
export const useAnimationCallbacks = () => ({ isAnimating: false });
export const AnimatedItems = ({ items, isAnimationActive, children }) =>
  isAnimationActive !== false ? none() : items == null ? null : children(items, 1, true);`,
  },
  {
    what: "readings, cross hair and marks of a point are ours, so no chart keeps what a tooltip or a legend would say",
    module: /recharts\/es6\/state\/SetTooltipEntrySettings\.js$/,
    instead: "export const SetTooltipEntrySettings = () => null;",
  },
  {
    what: "lines are labelled where they end; there is no legend",
    module: /recharts\/es6\/state\/SetLegendPayload\.js$/,
    instead: "export const SetLegendPayload = () => null, SetPolarLegendPayload = () => null;",
  },
  {
    what: "no line has a dot under the pointer",
    module: /recharts\/es6\/component\/ActivePoints\.js$/,
    instead: `${NONE}
export const ActivePoints = ({ activeDot }) => activeDot === false ? null : none();`,
  },
  {
    what: "pointer, keys and touch are read by us: charts have no handlers, no other charts to move with, and a width and height in numbers",
    module: /recharts\/es6\/chart\/RechartsWrapper\.js$/,
    instead: `import { createElement, Fragment, useState } from 'react';
import { clsx } from 'clsx';
import { ReportChartSize } from '../context/chartLayoutContext';
export const RechartsWrapper = ({ children, className, width, height, style }) => createElement(
  Fragment, null,
  createElement(ReportChartSize, { width, height }),
  createElement('div', {
    // Nobody reads it: a state that is set while the chart is put in place has its size told and its lines drawn before the next frame.
    ref: useState(null)[1],
    width, height,
    className: clsx('recharts-wrapper', className),
    style: { position: 'relative', cursor: 'default', width, height, ...style },
  }, children));`,
  },
  {
    what: "without handlers nothing is listened to, and nothing is told at once; told with the frame after, a chart would be empty for two",
    module: /recharts\/es6\/state\/store\.js$/,
    found: /\.concat\(\[mouseClickMiddleware[^\]]*\]\)(.*?)type: 'raf'(.*?)devTools: .*$/s,
    instead: "$1type: 'tick'$2devTools: false }); };",
  },
];
