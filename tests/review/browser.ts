import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** An installed Chromium where there is one, else the one that npm brought. Neither asks its maker for anything. */
export async function openBrowser(...more: readonly string[]): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, '/usr/bin/chromium'].find(
    (path) => path !== undefined && existsSync(path),
  );
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ];
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: quiet });
  // All in one process would end with the first page that is closed; a page without web security would prove nothing.
  const args = sparticuz.args.filter((arg) => !unwanted.test(arg));
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...args, ...quiet] });
}

const unwanted =
  /^--(?:single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running-insecure|headless|disable-features)/;
