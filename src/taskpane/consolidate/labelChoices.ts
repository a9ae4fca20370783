/** What has the user said of labels of the units' own before? Remembered on this machine. */
import type { LocalStorePort } from '../../application/ports';
import type { LabelChoice } from '../../domain/consolidate/labelMap';
import { normaliseLabel } from '../../domain/recognise/labels';

const key = 'labelChoices';

/** So many are remembered; the oldest give way. */
const most = 500;

/** What was remembered; anything damaged is passed over. */
export function readLabels(local: LocalStorePort): readonly LabelChoice[] {
  const text = local.read(key);
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isChoice) : [];
  } catch {
    return [];
  }
}

/** A store that refuses costs only the memory. */
export function keepLabels(local: LocalStorePort, labels: readonly LabelChoice[]): void {
  local.write(key, labels.length === 0 ? null : JSON.stringify(labels));
}

/** With a label mapped to another meaning, or to none any more; labels are compared as recognition does. */
export function withLabel(
  labels: readonly LabelChoice[],
  label: string,
  meaning: string | null,
): readonly LabelChoice[] {
  const others = labels.filter((one) => normaliseLabel(one.label) !== normaliseLabel(label));
  return (meaning === null ? others : [...others, { label, meaning }]).slice(-most);
}

function isChoice(value: unknown): value is LabelChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    'meaning' in value &&
    typeof value.label === 'string' &&
    typeof value.meaning === 'string'
  );
}
