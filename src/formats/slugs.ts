/** Ids of headings as GitHub makes them, and Docusaurus, Hugo and others after it; one used before gets `-1`, `-2` … */
export function createSlugger(): (heading: string) => string {
  const used = new Map<string, number>();
  return (heading) => {
    const own = slugOf(heading);
    let slug = own;
    while (used.has(slug)) {
      const count = (used.get(own) ?? 0) + 1;
      used.set(own, count);
      slug = `${own}-${count}`;
    }
    used.set(slug, 0);
    return slug;
  };
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
