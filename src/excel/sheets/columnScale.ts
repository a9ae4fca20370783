/** How wide is a column of so many characters on this machine? */

/** How wide a character is, from the sheet's own standard width. */
export interface ColumnScale {
  /** Width of a standard column in characters of the standard font. */
  readonly standardWidth: number;
  /** The same width in points. */
  readonly standardPoints: number;
}

/**
 * Points of a column that is so many characters wide as files state it, padding included. A standard
 * column is its characters and five pixels of padding; a pixel is three quarters of a point.
 */
export function pointsOf(width: number, { standardWidth, standardPoints }: ColumnScale): number {
  const measured = (standardPoints / 0.75 - 5) / standardWidth;
  const pixelsPerCharacter = measured >= 5 && measured <= 14 ? measured : 7;
  return Math.round(width * pixelsPerCharacter) * 0.75;
}
