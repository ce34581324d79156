/** Whether this is a model in version 1 of Marian's binary format, the only one that the translator reads. */
export function isMarian(model: Uint8Array): boolean {
  return model.length > 8 && new DataView(model.buffer, model.byteOffset, 8).getBigUint64(0, true) === 1n;
}
