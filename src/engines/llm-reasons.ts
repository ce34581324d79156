import type { Message, MessageId } from '../model.ts';

/** Why an answer is of no use, as a model is told. */
export function reasonFor({ id, values = {} }: Message): string {
  const reason = reasons[id as AnswerId] ?? 'It was not the translation of this segment.';
  return reason.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
}

type AnswerId = Extract<MessageId, `engine.answer.${string}`>;

const reasons: Readonly<Record<AnswerId, string>> = {
  'engine.answer.codes': 'The <g> and </g> markers were not nested as in the text.',
  'engine.answer.empty': 'It was empty.',
  'engine.answer.entity': 'It had other HTML entities than the text.',
  'engine.answer.invisible':
    'It had line breaks, control or invisible characters that the text does not have: {characters}.',
  'engine.answer.length':
    'It had {target} characters for a text of {source}: it is not the whole text, or more than that.',
  'engine.answer.markup': 'It had markup that the text does not have: {marks}.',
  'engine.answer.missing': 'There was none with the id of this segment, or more than one.',
  'engine.answer.not_text': 'Its "text" was not a string.',
  'engine.answer.not_unicode': 'It was not well-formed Unicode.',
  'engine.answer.protected':
    'It had these addresses, placeholders and markers: {found}. Expected those of the text: {wanted}.',
  'engine.answer.script': 'It was not written in the script of the target language ({language}).',
  'engine.answer.unchanged': 'It was the text itself, not translated.',
};
