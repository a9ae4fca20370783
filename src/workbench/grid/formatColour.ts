// Which colour does a number format give a number, as [Red] does to negative ones?

const COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  cyan: '#00FFFF',
  green: '#00FF00',
  magenta: '#FF00FF',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
  黑色: '#000000',
  蓝色: '#0000FF',
  青色: '#00FFFF',
  绿色: '#00FF00',
  洋红: '#FF00FF',
  红色: '#FF0000',
  白色: '#FFFFFF',
  黄色: '#FFFF00',
};
const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};
const CONDITION = /\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]/;

/** The parts between semicolons that stand neither in quotes nor behind a backslash. */
const sectionsOf = (format: string): string[] =>
  format.match(/(?:"[^"]*"|\\.|[^;"])+|(?<=;)(?=;|$)/g) ?? [''];

function sectionFor(sections: readonly string[], value: number): string | undefined {
  if (sections.some((section) => CONDITION.test(section))) {
    return sections.find((section, i) => {
      const m = CONDITION.exec(section);
      return m ? COMPARE[m[1] ?? '']?.(value, Number(m[2])) : i === sections.length - 1;
    });
  }
  if (value < 0 && sections.length > 1) return sections[1];
  return value === 0 && sections.length > 2 ? sections[2] : sections[0];
}

/** #RRGGBB, or undefined where the format leaves the colour to the cell. */
export function formatColour(format: string, value: number): string | undefined {
  if (!format.includes('[')) return undefined;
  const section = sectionFor(sectionsOf(format), value);
  const names = section?.matchAll(/\[([^\]]+)\]/g) ?? [];
  for (const [, name = ''] of names) {
    const colour = COLOURS[name.toLowerCase()];
    if (colour !== undefined) return colour;
  }
  return undefined;
}
