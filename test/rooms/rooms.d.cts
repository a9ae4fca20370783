export const names: readonly string[];
export const alone: readonly string[];
export function filesOf(room: string): readonly string[];
