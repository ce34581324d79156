/** The adjective of a place in an address, "Moskauer Straße 12", is no place (G5). `end` is where the adjective ends. */
export function isStreetAddress(text: string, end: number): boolean {
  return address.test(text.slice(end, end + longestStreetNoun + 4));
}

const address =
  /^\s(?:Straße|Strasse|Str\.|Landstraße|Weg|Platz|Allee|Gasse|Ring|Ufer|Damm|Chaussee|Promenade|Steig|Pfad|Markt|Wall|Graben)\s\d/u;
const longestStreetNoun = 'Landstraße'.length;
