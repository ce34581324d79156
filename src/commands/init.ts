export async function run() {
  return 0 as const;
}
