import { expect, test } from 'vitest';
import { readUrl } from '../../core/address/read-url';

test('reads an address with letters beyond ASCII, however often it was asked', () => {
  // Flat strings of one byte a letter, as texts from files are: those a compiled `URL.canParse` misreads.
  const addresses = Array.from({ length: 1000 }, (_, n): string =>
    JSON.parse(`"https://shop-\u00adid.tokopedia.com/caf\u00e9/${n}"`),
  );
  let unread = 0;
  for (let round = 0; round < 300; round += 1)
    for (const address of addresses) if (readUrl(address)?.hostname !== 'shop-id.tokopedia.com') unread += 1;
  expect(unread).toBe(0);
});

test.each(['', 'shop-id.tokopedia.com', 'https://', 'https://a b/', 'http://[::', '//example.org'])(
  'calls "%s" no address',
  (text) => {
    expect(readUrl(text)).toBeNull();
  },
);
