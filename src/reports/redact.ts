type Environment = Readonly<Record<string, string | undefined>>;

/** What stands in the place of a secret. */
const mark = '***';

/**
 * Takes the values of keys out of whatever is shown: those of environment variables that are called so. What is shorter
 * than a key would hide words.
 */
export function redactor(env: Environment): (text: string) => string {
  const names = Object.keys(env).filter((name) => /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?)$/i.test(name));
  const values = new Set(names.map((name) => env[name]?.trim() ?? '').filter((value) => value.length >= leastLength));
  // The longest first: a key may be part of another one.
  const spellings = [...values].flatMap(spellingsOf).toSorted((a, b) => b.length - a.length);
  return (text) => spellings.reduce((shown, spelling) => shown.replaceAll(spelling, mark), text);
}

const leastLength = 8;

/** As it is, in JSON, in an address. */
function spellingsOf(value: string): readonly string[] {
  return [...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])];
}
