import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/engines/exchange.ts';
import { readCompletion } from '../../src/engines/llm-answer.ts';
import { EngineFault } from '../../src/errors.ts';
import { never } from './fixtures.ts';

const exchange: Exchange = { engine: 'llm', variable: 'KEY', secrets: [], deadline: 1, bytes: 1, signal: never };
const ids = ['1', '2'];

const choose = (choice: unknown, more: object = {}) => JSON.stringify({ choices: [choice], ...more });
const say = (content: unknown, more: object = {}) =>
  choose({ finish_reason: 'stop', message: { role: 'assistant', content }, ...more });
const items = (...translations: readonly unknown[]) => JSON.stringify({ translations });

const [one, two] = [
  { id: '1', text: 'A' },
  { id: '2', text: 'B' },
];
const both = items(one, two);

describe('of a whole answer each text is found by its id', () => {
  test.each<readonly [string, body: string, texts: readonly unknown[]]>([
    ['in order', say(both), ['A', 'B']],
    ['in any order', say(items(two, one)), ['A', 'B']],
    ['ids as numbers', say(items({ id: 1, text: 'A' }, two)), ['A', 'B']],
    ['one is missing', say(items(two)), [undefined, 'B']],
    ['one comes twice', say(items(one, two, { id: '1', text: 'C' })), [undefined, 'B']],
    ['one comes three times', say(items(one, two, one, one)), [undefined, 'B']],
    ['an id of nobody', say(items(one, two, { id: '3', text: 'C' })), ['A', 'B']],
    ['ids of the language', say(items(one, two, { id: '__proto__', text: 'C' }, { id: 'constructor' })), ['A', 'B']],
    ['what is no item', say(items(null, 7, 'A', [one], one, two)), ['A', 'B']],
    ['no text', say(items({ id: '1' }, two)), [undefined, 'B']],
    ['text that is none', say(items({ id: '1', text: { a: 1 } }, two)), [{ a: 1 }, 'B']],
    ['in a fence', say(`\`\`\`json\n${both}\n\`\`\``), ['A', 'B']],
    ['in a fence without a name', say(` \`\`\`\n${both}\n\`\`\`\n`), ['A', 'B']],
    ['a text with a fence', say(items({ id: '1', text: '```' }, two)), ['```', 'B']],
    ['without a reason', choose({ message: { content: both } }), ['A', 'B']],
    [
      'with empty lists',
      choose({ finish_reason: 'eos', message: { content: both, refusal: '', tool_calls: [] } }),
      ['A', 'B'],
    ],
    ['with thoughts beside it', choose({ message: { content: both, reasoning_content: 'Hm.' } }), ['A', 'B']],
    ['the first of several', JSON.stringify({ choices: [{ message: { content: both } }, 7] }), ['A', 'B']],
  ])('%s', (_, body, texts) => {
    expect(readCompletion(body, ids, exchange).answers.map((answer) => answer?.text)).toEqual(texts);
  });
});

const damaged = { text: { id: 'engine.fault.unreadable' }, billing: 'unknown', remedy: 'again' };
const withheld = { text: { id: 'engine.fault.withheld' }, billing: 'unknown', remedy: 'split' };

describe('an answer of no use', () => {
  test.each<readonly [string, body: string, fault: object]>([
    ['the room for it ended', say(both.slice(0, 20), { finish_reason: 'length' }), withheld],
    ['it is whole, but for the reason', say(both, { finish_reason: 'length' }), withheld],
    ['tools', choose({ message: { content: both, tool_calls: [{}] } }), damaged],
    ['a function', choose({ message: { content: both, function_call: {} } }), damaged],
    ['nothing', say(null), damaged],
    ['empty', say(''), damaged],
    ['in parts', say([{ type: 'text', text: both }]), damaged],
    ['a preamble', say(`Here it is:\n${both}`), damaged],
    ['words after it', say(`${both}\nDone.`), damaged],
    ['twice', say(`${both}${both}`), damaged],
    ['words after a fence', say(`\`\`\`json\n${both}\n\`\`\`\nDone.`), damaged],
    ['two fences', say(`\`\`\`json\n${both}\n\`\`\`\n\`\`\`json\n${both}\n\`\`\``), damaged],
    ['a fence of something else', say(`\`\`\`python\n${both}\n\`\`\``), damaged],
    ['a fence without an end', say(`\`\`\`json\n${both}`), damaged],
    ['only fences', say('``````'), damaged],
    ['one fence', say('```\n```'), damaged],
    ['cut', say(both.slice(0, -2)), damaged],
    ['a list', say(JSON.stringify([one, two])), damaged],
    ['translations that are no list', say('{"translations":{"1":"A"}}'), damaged],
    ['answers to nothing that was asked', say(items({ id: 'a', text: 'A' })), damaged],
    ['no translations', say(items()), damaged],
    ['no choice', JSON.stringify({ choices: [] }), damaged],
    ['no choices', JSON.stringify({ error: { message: 'Upstream failed' } }), damaged],
    ['no message', choose({ finish_reason: 'stop' }), damaged],
    ['no object', '[]', damaged],
    ['null', 'null', damaged],
    ['no JSON', '{', damaged],
    ['deep', '['.repeat(200_000), damaged],
    ['deep inside', say('['.repeat(100_000)), damaged],
  ])('%s', (_, body, fault) => {
    let error: unknown;
    try {
      readCompletion(body, ids, exchange);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EngineFault);
    expect(error).toMatchObject(fault);
  });

  test.each([
    ['filtered', ids, say(null, { finish_reason: 'content_filter' })],
    ['filtered, and whole all the same', ids, say(both, { finish_reason: 'content_filter' })],
    ['refused', ids, choose({ finish_reason: 'stop', message: { content: null, refusal: 'No.' } })],
    ['a single one without an end', ['1'], say(items(one), { finish_reason: 'length' })],
  ])('is none to each of its texts: %s', (_, asked, body) => {
    const { answers } = readCompletion(body, asked, exchange);
    expect(answers).toEqual(asked.map(() => ({ text: undefined })));
  });

  test('to a single text is missing, and can be asked for once more', () => {
    expect(readCompletion(say(items()), ['1'], exchange).answers).toEqual([undefined]);
  });
});

test.each<readonly [usage: unknown, tokens: object | undefined]>([
  [
    { prompt_tokens: 10, completion_tokens: 0, total_tokens: 10 },
    { input: 10, output: 0 },
  ],
  [{ prompt_tokens: 10 }, undefined],
  [{ prompt_tokens: -1, completion_tokens: 1 }, undefined],
  [{ prompt_tokens: 1e300, completion_tokens: 1 }, undefined],
  [{ prompt_tokens: '10', completion_tokens: 1 }, undefined],
  [null, undefined],
])('of %j it believes %j', (usage, tokens) => {
  const body = choose({ message: { content: both } }, { usage });
  expect(readCompletion(body, ids, exchange).tokens).toEqual(tokens);
});

test('whatever comes is answers, one an id, or a fault', () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(fc.record({ id: fc.constantFrom('1', '2', '3', 1, null), text: fc.jsonValue() }))
      .map((all) => items(...all)),
  );
  const choice = fc.record(
    {
      finish_reason: fc.constantFrom('stop', 'length', null, 7),
      message: fc.oneof(
        fc.jsonValue(),
        fc.record(
          { content: fc.oneof(content, fc.jsonValue()), refusal: fc.jsonValue() },
          { requiredKeys: ['content'] },
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    choice.map((one) => choose(one)),
    content.map((one) => say(one)),
  );
  fc.assert(
    fc.property(body, (text) => {
      try {
        expect(readCompletion(text, ids, exchange).answers).toHaveLength(ids.length);
      } catch (error) {
        if (!(error instanceof EngineFault)) throw error;
      }
    }),
    { seed: 5, numRuns: 500 },
  );
});
