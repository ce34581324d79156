/** What is measured: only units of one kind can be taken for one another. */
export type UnitKind =
  | 'money'
  | 'share'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'temperature'
  | 'power'
  | 'energy'
  | 'data'
  | 'duration';

export interface Unit {
  readonly kind: UnitKind;
  /** What it is; several where the word does not say which: `Pfund` is money or a mass. */
  readonly ids: readonly string[];
  /** How it is written, after the figures and, if it is money, before them; without groups. */
  readonly pattern: string;
  /** The part of it that is a word; none where it has only a sign. */
  readonly name: string;
}

/** The sign is the same in all languages. None of the patterns has groups. */
type Row = readonly [id: string, sign: string, de: string, en: string, ko: string];

/** A new unit is a row. Speeds count as the length that they name: 100 km/h are no 100 mph. */
const rows: Readonly<Record<UnitKind, readonly Row[]>> = {
  money: [
    [
      'USD',
      String.raw`USD|US ?\$|\$`,
      '(?:US-)?Dollars?',
      String.raw`(?:U\.?S\.? )?dollars?`,
      '(?:미국? ?)?달러|불(?= ?[이을의로]?(?![가-힣]))',
    ],
    ['EUR', 'EUR|€', 'Euros?', '[Ee]uros?', '유로'],
    ['KRW', 'KRW|₩', 'Won', '[Ww]on', '원(?![칙소색형천])'],
    ['RUB', 'RUB|₽', 'Rubeln?', 'rou?bles?', '루블'],
    ['GBP', 'GBP|£', 'Pfund Sterling', 'pounds? sterling', '(?:영국 )?파운드화'],
    ['GBP LB', '', 'Pfund', 'pounds?', '파운드'],
    ['JPY', 'JPY', 'Yen', '[Yy]en', '엔(?![지진터트])'],
    ['JPY CNY', '¥', '', '', ''],
    ['CNY', 'CNY|RMB', 'Yuan|Renminbi', '[Yy]uan|[Rr]enminbi', '위안'],
    ['CHF', 'CHF', '(?:Schweizer )?Franken|Francs?', '(?:Swiss )?francs?', '(?:스위스 ?)?프랑'],
  ],
  share: [
    ['PP', '', String.raw`(?:%-?P|Prozentp)unkt\p{L}*`, 'per ?cent(?:age)?[ -]points?', '%포인트|%p|퍼센트 ?포인트'],
    ['PCT', '%', String.raw`[Pp]rozent(?:ig\p{L}*)?`, 'per ?cent|pct', '퍼센트|프로(?![가-힣])'],
    ['BP', 'bps?', 'Basispunkten?', 'basis points?', '베이시스 ?포인트'],
  ],
  length: [
    ['KM', 'km/h|km|㎞', 'Kilometern?|Stundenkilometern?', 'kilomet(?:re|er)s?|kms?|kph', '킬로미터'],
    ['MI', 'mph|mi', 'Meilen?', 'miles?', '마일'],
    ['NM', '', 'Seemeilen?', 'nautical miles?', '해리'],
    ['M', 'm', 'Metern?', 'met(?:re|er)s?', '미터'],
    ['CM', 'cm|㎝', 'Zentimetern?', 'centimet(?:re|er)s?', '센티미터|센티'],
    ['MM', 'mm|㎜', 'Millimetern?', 'millimet(?:re|er)s?', '밀리미터'],
    ['FT', 'ft', 'Fuß', 'feet|foot', '피트'],
    ['IN', '', 'Zoll', 'inch(?:es)?', '인치'],
    ['YD', 'yd', 'Yards?', 'yards?', '야드'],
  ],
  area: [
    ['KM2', 'km[²2]|㎢', 'Quadratkilometern?', '(?:square|sq) (?:kilomet(?:re|er)s?|km)', '(?:제곱|평방) ?킬로미터'],
    ['MI2', '', 'Quadratmeilen?', '(?:square|sq) mi(?:les?)?', '(?:제곱|평방) ?마일'],
    ['M2', 'm[²2]|㎡|qm', 'Quadratmetern?', '(?:square|sq) (?:met(?:re|er)s?|m)', '(?:제곱|평방) ?미터'],
    ['FT2', '', 'Quadratfuß', '(?:square|sq) (?:feet|foot|ft)', '(?:제곱|평방) ?피트'],
    ['HA', 'ha', 'Hektar', 'hectares?', '헥타르'],
    ['AC', '', 'Acres?', 'acres?', '에이커'],
  ],
  volume: [
    ['L', '[lL]|ℓ', 'Litern?', 'lit(?:re|er)s?', '리터'],
    ['ML', 'm[lL]|㎖', 'Millilitern?', 'millilit(?:re|er)s?', '밀리리터'],
    ['GAL', '', 'Gallonen?', 'gallons?', '갤런'],
    ['BBL', '', 'Barrels?', 'barrels?', '배럴'],
    ['M3', 'm[³3]|㎥', 'Kubikmetern?', 'cubic met(?:re|er)s?', '(?:세제곱|입방) ?미터'],
  ],
  mass: [
    ['T', 't', 'Tonnen?', '(?:metric )?ton(?:ne)?s?', '톤'],
    ['KG', 'kg|㎏', 'Kilogramm|Kilos?', 'kilogram(?:me)?s?|kilos?', '킬로그램'],
    ['G', 'g', 'Gramm', 'gram(?:me)?s?', '그램'],
    ['MG', 'mg|㎎', 'Milligramm', 'milligram(?:me)?s?', '밀리그램'],
    ['LB', 'lbs?', '', '', ''],
    ['OZ', 'oz', 'Unzen?', 'ounces?', '온스'],
  ],
  temperature: [
    ['C', '° ?C|℃', 'Grad Celsius', 'degrees? (?:Celsius|centigrade)', ''],
    ['F', '° ?F|℉', 'Grad Fahrenheit', 'degrees? Fahrenheit', ''],
    ['C F', '°', 'Grad', 'degrees?', '도(?![시로])'],
  ],
  energy: [
    ['KWH', 'kWh', 'Kilowattstunden?', 'kilowatt[- ]hours?', '킬로와트시'],
    ['MWH', 'MWh', 'Megawattstunden?', 'megawatt[- ]hours?', '메가와트시'],
    ['GWH', 'GWh', 'Gigawattstunden?', 'gigawatt[- ]hours?', '기가와트시'],
    ['TWH', 'TWh', 'Terawattstunden?', 'terawatt[- ]hours?', '테라와트시'],
  ],
  power: [
    ['W', 'W', 'Watt', 'watts?', '와트'],
    ['KW', 'kW', 'Kilowatt', 'kilowatts?', '킬로와트'],
    ['MW', 'MW', 'Megawatt', 'megawatts?', '메가와트'],
    ['GW', 'GW', 'Gigawatt', 'gigawatts?', '기가와트'],
  ],
  data: [
    ['KB', '[kK]B', 'Kilobytes?', 'kilobytes?', '킬로바이트'],
    ['MB', 'MB', 'Megabytes?', 'megabytes?', '메가바이트'],
    ['GB', 'GB', 'Gigabytes?', 'gigabytes?', '기가바이트'],
    ['TB', 'TB', 'Terabytes?', 'terabytes?', '테라바이트'],
  ],
  duration: [
    ['S', '', 'Sekunden?', 'seconds?', '초(?![등반기중과])'],
    ['MIN', '', String.raw`Minuten?|minütig\p{L}*`, 'minutes?', '분(?![기의열류량야])'],
    ['H', '', String.raw`Stunden?|stündig\p{L}*`, 'hours?', '시간'],
    ['D', '', String.raw`Tag(?:en?|es)?|tägig\p{L}*`, 'days?', '일(?![본반정요종부])'],
    ['WK', '', String.raw`Wochen?|wöchig\p{L}*`, 'weeks?', '주(?![년식요민주자문])'],
    ['MO', '', String.raw`Monat(?:en?|s)?|monatig\p{L}*`, 'months?', '개월|달(?!러)'],
    ['Y', '', String.raw`Jahr(?:en?|es)?|jährig\p{L}*`, 'years?', '년(?![대도])|주년'],
  ],
};

const columns = { de: 2, en: 3, ko: 4 } as const;

/** The units that a language writes: the longer forms before those that they begin with. */
export function unitsOf(language: keyof typeof columns): readonly Unit[] {
  return Object.entries(rows).flatMap(([kind, list]) =>
    list.map((row) => {
      const [sign, name] = [row[1], row[columns[language]]];
      return { kind: kind as UnitKind, ids: row[0].split(' '), pattern: either(sign, name), name };
    }),
  );
}

function either(...patterns: readonly string[]): string {
  return patterns.filter((pattern) => pattern !== '').join('|') || '(?!)';
}
