/** Stems that American and British English spell otherwise; a stem stands for the words that begin with it. */
export const varieties: readonly (readonly [american: string, british: string])[] = (
  'aluminum/aluminium apologiz/apologis armor/armour behavior/behaviour caliber/calibre canceled/cancelled ' +
  'canceling/cancelling center/centre civiliz/civilis color/colour criticiz/criticis ' +
  'defense/defence fiber/fibre favor/favour fueled/fuelled gray/grey ' +
  'harbor/harbour honor/honour humor/humour jewelry/jewellery analyzed/analysed analyzing/analysing kilometer/kilometre labeled/labelled labeling/labelling ' +
  'labor/labour leveled/levelled liter/litre meters/metres maneuver/manoeuvre marvelous/marvellous ' +
  'mobiliz/mobilis modeled/modelled modeling/modelling neighbor/neighbour offense/offence organiz/organis ' +
  'parlor/parlour plow/plough privatiz/privatis realiz/realis recogniz/recognis ' +
  'rumor/rumour savior/saviour signaled/signalled signaling/signalling skeptic/sceptic mold/mould paralyzed/paralysed specter/spectre stabiliz/stabilis ' +
  'summariz/summaris sympathiz/sympathis theater/theatre traveled/travelled traveler/traveller traveling/travelling ' +
  'tumor/tumour utiliz/utilis valor/valour vapor/vapour vigor/vigour'
)
  .split(' ')
  .map((pair) => {
    const [american = '', british = ''] = pair.split('/');
    return [american, british] as const;
  });
