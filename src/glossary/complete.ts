import type { GlossaryEntry, Message, Place, TargetTerm } from '../model.ts';
import type { Incoming } from './merge.ts';
import type { Problem } from './problem.ts';

export interface Completed {
  /** The same object where nothing was missing. */
  readonly entry: GlossaryEntry;
  readonly problems: readonly Problem[];
}

/** Whose a form is, however it is spelled. */
type OwnerOf = (form: string) => GlossaryEntry | undefined;

/**
 * An entry with what another source knows besides: forms, translations and texts that are missing. What is there stays: a
 * translation that contradicts it is a problem with both places.
 */
export function complete(ours: GlossaryEntry, incoming: Incoming, ownerOf: OwnerOf): Completed {
  const { entry: theirs } = incoming;
  const variants = newForms([theirs.term, ...theirs.variants], ours, ownerOf);
  const forms = newForms(theirs.forms, ours, ownerOf);
  const { targets, problems } = completeTargets(ours, incoming);
  const entry: GlossaryEntry = {
    ...ours,
    variants: [...ours.variants, ...variants.free],
    forms: [...ours.forms, ...forms.free],
    except: union(ours.except, theirs.except),
    closed: ours.closed || theirs.closed,
    definition: ours.definition ?? theirs.definition,
    note: ours.note ?? theirs.note,
    authority: ours.authority ?? theirs.authority,
    domain: ours.domain ?? theirs.domain,
    targets,
  };
  const taken = [...variants.taken, ...forms.taken].map((text): Problem => ({ text, place: theirs.place }));
  return { entry: isSame(entry, ours) ? ours : entry, problems: [...taken, ...problems] };
}

/** Forms that nobody has, and what to say of those of other entries. */
function newForms(
  forms: readonly string[],
  ours: GlossaryEntry,
  ownerOf: OwnerOf,
): { readonly free: readonly string[]; readonly taken: readonly Message[] } {
  const owned = [...new Set(forms)].map((form) => ({ form, owner: ownerOf(form) }));
  return {
    free: owned.filter(({ owner }) => owner === undefined).map(({ form }) => form),
    taken: owned.flatMap(({ form, owner }): readonly Message[] => {
      if (owner === undefined || owner === ours) return [];
      const values = { form, term: ours.term, owner: owner.term, place: placeName(owner.place) };
      return [{ id: 'glossary.merge.taken', values }];
    }),
  };
}

function completeTargets(
  ours: GlossaryEntry,
  { entry: theirs, places }: Incoming,
): Pick<GlossaryEntry, 'targets'> & Pick<Completed, 'problems'> {
  const problems: Problem[] = [];
  const targets = Object.entries(theirs.targets).map(([language, target]) => {
    const completed = completeTarget(ours.targets[language], target);
    for (const { id, ...forms } of completed.contradictions) {
      const values = { ...forms, term: ours.term, language, place: placeName(ours.place) };
      problems.push({ text: { id, values }, place: places[language] ?? theirs.place });
    }
    return [language, completed.target] as const;
  });
  return { targets: { ...ours.targets, ...Object.fromEntries(targets) }, problems };
}

interface CompletedTarget {
  readonly target: TargetTerm;
  readonly contradictions: readonly Contradiction[];
}

interface Contradiction {
  readonly id: 'glossary.merge.preferred' | 'glossary.merge.forbidden' | 'glossary.merge.accepted';
  readonly form: string;
  readonly expected: string;
}

/** A translation that contradicts ours is not taken over in parts. Which of two admitted forms comes first is our choice. */
function completeTarget(ours: TargetTerm | undefined, theirs: TargetTerm): CompletedTarget {
  if (ours === undefined) return { target: theirs, contradictions: [] };
  const accepted = new Set([ours.preferred, ...ours.admitted]);
  const theirForms = [theirs.preferred, ...theirs.admitted].filter((form) => form !== '');
  const expected = ours.preferred;
  const isOther = ours.preferred !== '' && theirs.preferred !== '' && !accepted.has(theirs.preferred);
  const banned = theirForms.filter((form) => ours.forbidden.includes(form));
  const contradictions: readonly Contradiction[] = [
    ...banned.map((form) => ({ id: 'glossary.merge.forbidden', form, expected }) as const),
    ...(isOther && !banned.includes(theirs.preferred)
      ? [{ id: 'glossary.merge.preferred', form: theirs.preferred, expected } as const]
      : []),
    ...theirs.forbidden
      .filter((form) => form !== '' && accepted.has(form))
      .map((form) => ({ id: 'glossary.merge.accepted', form, expected }) as const),
  ];
  if (contradictions.length > 0) return { target: ours, contradictions };
  const preferred = ours.preferred === '' ? theirs.preferred : ours.preferred;
  const target: TargetTerm = {
    preferred,
    admitted: union(
      ours.admitted,
      theirForms.filter((form) => form !== preferred),
    ),
    forbidden: union(ours.forbidden, theirs.forbidden),
    note: ours.note ?? theirs.note,
    reading: ours.reading ?? theirs.reading,
  };
  return { target: isSame(target, ours) ? ours : target, contradictions: [] };
}

function union(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  return [...new Set([...ours, ...theirs])];
}

/** In whatever order the fields are; one that is not there says nothing. */
function isSame<Value extends GlossaryEntry | TargetTerm>(value: Value, other: Value): boolean {
  const names = Object.keys({ ...value, ...other }) as (keyof Value)[];
  return names.every((name) => JSON.stringify(value[name]) === JSON.stringify(other[name]));
}

function placeName({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
