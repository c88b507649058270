import type { LaunchOptions } from './drive/driver';

/** What every start of Chromium here needs: the demo’s hosts, and no way to any other. */
export function switches({
  hosts,
  port,
  language = 'id',
  pixelRatio,
}: Pick<LaunchOptions, 'hosts' | 'port' | 'language' | 'pixelRatio'>): string[] {
  // First match wins: the demo's hosts, then nobody else.
  const rules = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    '--enable-unsafe-extension-debugging',
    `--lang=${language}`,
    ...(pixelRatio === undefined
      ? []
      : [`--force-device-scale-factor=${pixelRatio}`, '--window-size=1280,900']),
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-pings',
  ];
}
