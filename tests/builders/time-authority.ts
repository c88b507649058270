import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs openssl in a folder; its words are in the error when it fails. */
export function openssl(folder: string, ...words: string[]): string {
  const told = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  if (told.status !== 0) throw new Error(`openssl ${words.join(' ')}: ${told.stderr}`);
  return told.stdout + told.stderr;
}

/**
 * A time authority of our own in a folder, with a root certificate ca.crt and keys made now.
 * `answer` gives the bytes of its answer to a request; `forge` those of a statement signed with whatever certificate it has.
 */
export function startTimeAuthority(
  parent: string,
  newKey: readonly string[] = ['-newkey', 'rsa:2048'],
  certificate: 'signs_time' | 'signs_mail' = 'signs_time',
): {
  readonly root: string;
  readonly answer: (request: Uint8Array) => Uint8Array;
  readonly forge: (statement: Uint8Array) => Uint8Array;
} {
  const folder = mkdtempSync(join(parent, 'time-authority-'));
  writeFileSync(
    join(folder, 'tsa.cnf'),
    [
      '[req]\ndistinguished_name = name\nprompt = no',
      '[name]\nCN = Test time authority',
      '[signs_time]\nbasicConstraints = CA:FALSE\nkeyUsage = critical, digitalSignature',
      'extendedKeyUsage = critical, timeStamping',
      '[signs_mail]\nbasicConstraints = CA:FALSE\nextendedKeyUsage = emailProtection',
      '[tsa]\ndefault_tsa = one',
      '[one]\nserial = ./serial\ncrypto_device = builtin\nsigner_cert = ./tsa.crt\nsigner_key = ./tsa.key',
      'certs = ./ca.crt\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\n',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'serial'), '01\n');
  const making = [...newKey, '-nodes', '-config', 'tsa.cnf'];
  openssl(
    folder,
    'req',
    '-x509',
    ...making,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=Test root',
  );
  openssl(folder, 'req', ...making, '-keyout', 'tsa.key', '-out', 'tsa.csr');
  openssl(
    folder,
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'tsa.crt',
    '-days',
    '2',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    certificate,
  );
  return {
    root: join(folder, 'ca.crt'),
    answer: (request) => {
      writeFileSync(join(folder, 'request.tsq'), request);
      openssl(
        folder,
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'request.tsq',
        '-out',
        'answer.tsr',
      );
      return new Uint8Array(readFileSync(join(folder, 'answer.tsr')));
    },
    forge: (statement) => {
      writeFileSync(join(folder, 'statement.der'), statement);
      const what = [
        '-binary',
        '-nodetach',
        '-econtent_type',
        '1.2.840.113549.1.9.16.1.4',
        '-in',
        'statement.der',
      ];
      const how = ['-signer', 'tsa.crt', '-inkey', 'tsa.key', '-outform', 'DER', '-out', 'forged.tst'];
      openssl(folder, 'cms', '-sign', ...what, ...how);
      return new Uint8Array(readFileSync(join(folder, 'forged.tst')));
    },
  };
}
