/** A template whose lines `# <name>` become the lines of that part, as far to the right. A name without a part stays. */
export function fillTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/^( *)# <([\w./-]+)>$/gm, (line, indent: string, name: string) => {
    const part = parts[name];
    return part === undefined ? line : indented(part, indent);
  });
}

function indented(part: string, indent: string): string {
  const lines = part.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n');
}
