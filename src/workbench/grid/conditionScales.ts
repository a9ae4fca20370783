// How are data bars, colour scales and icon sets said in the grid's terms?

import { shownColour } from '../../workbook/ooxml/colour';
import { attr, child, childrenNamed, flag } from '../../workbook/ooxml/xml';
import type { XmlElement } from '../../workbook/ooxml/xml';

const KINDS = new Set(['num', 'min', 'max', 'percent', 'percentile', 'formula']);
/** Excel's own colour of a negative bar. */
const NEGATIVE = '#FF0000';

/** A `cfvo` element: which value a bar, colour or icon begins at. */
function threshold(node: XmlElement | undefined): { type: string; value?: number | string } {
  const type = attr(node, 'type') ?? 'min';
  const text = attr(node, 'val');
  if (!KINDS.has(type)) return { type: type === 'autoMax' ? 'max' : 'min' };
  if (text === undefined) return { type };
  if (type === 'formula' || Number.isNaN(Number(text)))
    return { type: 'formula', value: `=${text}` };
  return { type, value: Number(text) };
}

/** Univer's rule for a `cfRule` that draws by rank of value; undefined for every other. */
export function scaleRule(rule: XmlElement, theme: readonly string[]): object | undefined {
  const bar = child(rule, 'dataBar');
  if (bar) {
    const [min, max] = childrenNamed(bar, 'cfvo');
    return {
      type: 'dataBar',
      isShowValue: flag(bar, 'showValue', true),
      config: {
        min: threshold(min),
        max: threshold(max),
        isGradient: true,
        positiveColor: shownColour(child(bar, 'color'), theme) ?? '#638EC6',
        nativeColor: NEGATIVE,
      },
    };
  }
  const scale = child(rule, 'colorScale');
  if (scale) {
    const colours = childrenNamed(scale, 'color');
    const config = childrenNamed(scale, 'cfvo').map((node, index) => ({
      index,
      color: shownColour(colours[index], theme) ?? '#FFFFFF',
      value: threshold(node),
    }));
    return { type: 'colorScale', config };
  }
  const icons = child(rule, 'iconSet');
  if (!icons) return undefined;
  const iconType = attr(icons, 'iconSet') ?? '3TrafficLights1';
  const steps = childrenNamed(icons, 'cfvo');
  const reversed = flag(icons, 'reverse', false);
  const config = [...steps].reverse().map((node, i) => ({
    operator:
      i === steps.length - 1
        ? 'lessThanOrEqual'
        : flag(node, 'gte', true)
          ? 'greaterThanOrEqual'
          : 'greaterThan',
    value:
      i === steps.length - 1 ? { type: 'num', value: Number.MAX_SAFE_INTEGER } : threshold(node),
    iconType,
    iconId: String(reversed ? steps.length - 1 - i : i),
  }));
  return { type: 'iconSet', isShowValue: flag(icons, 'showValue', true), config };
}
