/** Whose is each thing that stands in the way: one of several units', or the workbook's? */
import type { Finding } from '../domain/finding';
import type { Obstacle } from './readyToSubmit';

/** What stands in the way of one unit's return. */
export interface UnitObstacles {
  /** Number of the return. */
  readonly unit: number;
  readonly obstacles: readonly Obstacle[];
}

export interface SortedObstacles {
  /** What is no single unit's: marks, links beside the tables, the file itself. */
  readonly workbook: readonly Obstacle[];
  /** Units that have something of their own, in the order of the workbook. */
  readonly units: readonly UnitObstacles[];
}

/** Every obstacle once for each unit that it concerns, with that unit's findings, and once for the rest. */
export function obstaclesByUnit(obstacles: readonly Obstacle[]): SortedObstacles {
  const workbook: Obstacle[] = [];
  const units = new Map<number, Obstacle[]>();
  for (const obstacle of obstacles) {
    const { own, rest } = split(obstacle);
    for (const [unit, part] of own) units.set(unit, [...(units.get(unit) ?? []), part]);
    if (rest !== null) workbook.push(rest);
  }
  return {
    workbook,
    units: [...units]
      .sort(([one], [other]) => one - other)
      .map(([unit, parts]) => ({ unit, obstacles: parts })),
  };
}

interface Split {
  readonly own: readonly (readonly [number, Obstacle])[];
  readonly rest: Obstacle | null;
}

function split(obstacle: Obstacle): Split {
  switch (obstacle.code) {
    case 'errors':
    case 'requiredFigures':
    case 'heading':
    case 'notExplained':
    case 'toReconfirm':
      return {
        own: byUnit(obstacle.findings).map(([unit, findings]) => [unit, { ...obstacle, findings }]),
        rest: null,
      };
    case 'hidden': {
      const { findings, sheets } = obstacle;
      return {
        own: byUnit(findings).map(([unit, its]) => [
          unit,
          { code: 'hidden', findings: its, sheets: [] },
        ]),
        rest: sheets.length === 0 ? null : { code: 'hidden', findings: [], sheets },
      };
    }
    case 'links': {
      const { findings, elsewhere, names, beside } = obstacle;
      return {
        own: byUnit(findings).map(([unit, its]) => [
          unit,
          { code: 'links', findings: its, elsewhere: [], names: [], beside: [] },
        ]),
        rest:
          elsewhere.length + names.length + beside.length === 0
            ? null
            : { code: 'links', findings: [], elsewhere, names, beside },
      };
    }
    case 'notRecalculated':
      // Where all waits to be worked out, that is the workbook's.
      return obstacle.findings.length === 0
        ? { own: [], rest: obstacle }
        : {
            own: byUnit(obstacle.findings).map(([unit, findings]) => [
              unit,
              { code: 'notRecalculated', findings },
            ]),
            rest: null,
          };
    case 'notChecked': {
      const concerned = obstacle.what.flatMap((what) => ('unit' in what ? [what.unit] : []));
      const rest = obstacle.what.filter((what) => !('unit' in what));
      return {
        own: [...new Set(concerned)].map((unit) => [
          unit,
          {
            code: 'notChecked',
            what: obstacle.what.filter((what) => 'unit' in what && what.unit === unit),
          },
        ]),
        rest: rest.length === 0 ? null : { code: 'notChecked', what: rest },
      };
    }
    case 'marks':
    case 'reportOutdated':
    case 'notSaved':
    case 'unitsLacking':
    case 'explanationsUnreadable':
      return { own: [], rest: obstacle };
  }
}

function byUnit(findings: readonly Finding[]): [number, Finding[]][] {
  const units = new Map<number, Finding[]>();
  for (const finding of findings) {
    units.set(finding.pair, [...(units.get(finding.pair) ?? []), finding]);
  }
  return [...units];
}
