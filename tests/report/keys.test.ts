import { describe, expect, test } from 'vitest';
import { learnKeys } from '../../core/report/keys';
import { builtInRulebook } from '../../core/rulebook/built-in';

const { signals, hosts } = builtInRulebook;
const state = JSON.stringify({
  author: { uniqueId: 'melati', nickname: '@Kenanga', region: 'ID' },
  extra: JSON.stringify({ buyer: 'cempaka' }),
  link: 'https://www.tiktok.com/@wijaya?lang=id',
  kind: 'video',
  order: 12,
});
const keys = learnKeys([state], 'https://www.tiktok.com/@anggrek/video/76?u=mawar#teratai', signals, hosts);

describe('a key of a page’s data', () => {
  test.each([
    ['stands as a text', 'melati'],
    ['stands as a text, in other letters and with an @', 'kenanga'],
    ['stands in JSON kept as text', 'cempaka'],
    ['stands in an address in the page', 'wijaya'],
    ['stands in the page’s address', 'anggrek'],
    ['stands in the address’s query', 'mawar'],
    ['stands behind the address’s #', 'teratai'],
    ['stands as a number', '12'],
    ['has four digits', 'user_1234'],
    ['has four digits apart', 'a1b2c3d4'],
    ['is a mail address', 'x@example.org'],
    ['is a name with a space', 'Siti Aminah'],
    ['is a handle with a dot', 'siti.aminah'],
    ['is in letters no programmer uses', 'мария'],
    ['is very long', 'a'.repeat(61)],
    ['is empty', ''],
    ['would reach a prototype', '__proto__'],
    ['is a path’s step', '*'],
  ])('is somebody’s where it %s', (_why, key) => {
    expect(keys.isPersonal(key)).toBe(true);
  });

  test.each([
    ['the rules name', 'component_key'],
    ['the rules name, though the page says the word too', 'video'],
    ['a programmer wrote', 'playAddr'],
    ['a programmer wrote, with a digit', 'statsV2'],
    ['names a part of the page', 'webapp.app-context'],
    ['names a route', 'shop/pdp/(product_name_slug$)/(product_id)/page'],
  ])('is the site’s own where %s it', (_why, key) => {
    expect(keys.isPersonal(key)).toBe(false);
  });

  test('is somebody’s in a state too large to be looked through, unless the rules name it', () => {
    const large = learnKeys([`[${'1,'.repeat(200_001)}1]`], 'https://www.tiktok.com/', signals, hosts);
    expect(large.isPersonal('playAddr')).toBe(true);
    expect(large.isPersonal('component_key')).toBe(false);
  });
});
