/** What stands for a code in what engines get and give. */
export const marker = /<x id="\d+"\/>|<g id="\d+">|<\/g>/g;
