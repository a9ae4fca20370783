// How wide and high are columns and rows, in points?

/** Pixels of a digit of the default font at 11 points. */
const DIGIT = 7;

/** A column's width in the file (characters, padding included) → points on screen. */
export const pointsOfWidth = (width: number): number => Math.trunc(width * DIGIT + 0.5) * 0.75;
export const widthOfPoints = (points: number): number => points / 0.75 / DIGIT;
