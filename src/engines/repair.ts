import type { Engine, Message, MessageId, TranslationRequest } from '../model.ts';
import type { Task } from './batches.ts';

/**
 * Whether asking once more may mend a bad answer. A repair that is bad too is the end of it. Engines without ids are
 * machines that give the same text the same answer: of what they did to the language nothing else is to be expected.
 */
export function isRepairable(
  { fake, supports }: Pick<Engine, 'fake' | 'supports'>,
  { rejected }: TranslationRequest,
  { id }: Message,
): boolean {
  return !fake && rejected === undefined && (supports.ids || !ofLanguage.has(id));
}

const ofLanguage: ReadonlySet<MessageId> = new Set(['engine.answer.unchanged', 'engine.answer.script']);

/** The same text again, with what came for it and why that is of no use. */
export function repairOf(task: Task, { wrong, rejected = '' }: Rejected): Task {
  return { ...task, request: { ...task.request, rejected: { text: rejected, wrong } } };
}

interface Rejected {
  readonly wrong: Message;
  readonly rejected?: string | undefined;
}
