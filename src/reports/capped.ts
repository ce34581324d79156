import { type Addresses, webAddress } from './addresses.ts';
import type { Say } from './change-report.ts';
import { code, link } from './markdown-text.ts';

/** How a report speaks, and where it leads. */
export interface Words {
  readonly say: Say;
  readonly addresses: Addresses;
}

/** A part of the report, made when there is still room for it. */
export interface Block {
  /** Of the translated file that it is about. */
  readonly path?: string;
  make(): string;
}

/** GitHub refuses comments of more than 65,536 characters. */
const mostCharacters = 60_000;

/** Room for what says what is left out. */
const room = 6000;

/** As many blocks as fit; then how many sentences of which documents do not, and where they are. */
export function capped(title: string, blocks: readonly Block[], words: Words): string {
  let text = title;
  for (const [at, { make }] of blocks.entries()) {
    const block = make();
    if (text.length + block.length > mostCharacters - room) return `${text}\n${leftOut(blocks.slice(at), words)}`;
    text += `\n${block}\n`;
  }
  return text;
}

function leftOut(blocks: readonly Block[], { say, addresses }: Words): string {
  const address = addresses.whole === undefined ? undefined : webAddress(addresses.whole);
  const whole = address === undefined ? '' : ` ${link(say({ id: 'diff.whole' }), address)}`;
  const counts = new Map<string, number>();
  for (const { path } of blocks) if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1);
  let [list, listed] = ['', 0];
  for (const [path, count] of counts) {
    const line = `- ${code(path)} ${count}\n`;
    if (list.length + line.length > room - 1000) break;
    list += line;
    listed += 1;
  }
  const more = counts.size - listed;
  const rest = more === 0 ? '' : `- ${say({ id: 'diff.more_documents', values: { count: more } })}\n`;
  return `${say({ id: 'diff.left_out', values: { blocks: blocks.length } })}${whole}\n\n${list}${rest}`;
}
