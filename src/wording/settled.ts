/** How do findings and items read once the user has explained them? Nothing more is asked for. */
import type { ReportItem } from '../application/report/reportItem';
import type { Finding } from '../domain/finding';
import type { AnsweredFinding } from '../domain/submission/explanation';
import { findingMessage } from './findings';
import { itemMessage } from './items';
import type { Language } from './language';

type Answered = ReadonlyMap<string, AnsweredFinding>;

/** What a finding says; without asking for words where they are given, and still hold. */
export function findingMessageNow(
  finding: Finding,
  language: Language,
  answered: AnsweredFinding | null | undefined,
): string {
  const message = findingMessage(finding, language);
  return answered?.state === 'valid' ? withoutAsking(message, language) : message;
}

/** What an item says; the same where all of its findings are explained. */
export function itemMessageNow(item: ReportItem, language: Language, explained: Answered): string {
  const message = itemMessage(item, language);
  return isSettled(item, explained) ? withoutAsking(message, language) : message;
}

/** Whether all that an item asks for has been explained, and nothing changed since. */
export function isSettled({ findings }: ReportItem, explained: Answered): boolean {
  return findings.length > 0 && findings.every(({ id }) => explained.get(id)?.state === 'valid');
}

/** A message ends with the sentence that asks for the words. */
function withoutAsking(message: string, language: Language): string {
  const [end, asks] =
    language === 'zh-CN'
      ? (['。', /填写审核说明/] as const)
      : (['. ', /\bexpla(?:in|nation)\b/] as const);
  const sentences = message.split(end);
  // What ends a text leaves an empty piece behind it.
  const at = sentences.findIndex((sentence, place) => place > 0 && asks.test(sentence));
  if (at < 0) return message;
  return `${sentences.slice(0, at).join(end)}${end.trim()}`;
}
