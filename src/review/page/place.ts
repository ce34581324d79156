import { signal } from '@preact/signals';

/** Path of the document that is open, from the address (`#/translations/ko/a.txt`); absent: the overview. */
export const place = signal(placeIn(location.hash));

addEventListener('hashchange', () => {
  place.value = placeIn(location.hash);
});

export function addressOf(path: string): string {
  return `#/${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

export const overviewAddress = '#/';

function placeIn(hash: string): string | undefined {
  try {
    return hash.startsWith('#/') ? decodeURIComponent(hash.slice(2)) || undefined : undefined;
  } catch {
    return undefined;
  }
}
