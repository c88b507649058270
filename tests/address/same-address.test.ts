import { describe, expect, test } from 'vitest';
import { sameAddress, samePage } from '../../core/address/same-address';

const video = 'https://www.tiktok.com/@contoh/video/7600000000000000001';

describe('one address', () => {
  test.each([
    `${video}#`,
    `${video}#komentar`,
    `${video}#:~:text=keranjang%20kuning`,
    `${video}#x:~:text=a,b`,
    video.replace('https://', 'https://user:pw@'),
    video.replace('https://', 'HTTPS://'),
    video.replace('www.tiktok.com', 'WWW.TikTok.com:443'),
  ])('is %s too', (spelled) => {
    expect(sameAddress(video, spelled)).toBe(true);
    expect(samePage(spelled, video)).toBe(true);
  });

  test.each([`${video}1`, video.replace('www.', ''), video.replace('https:', 'http:'), '', 'about:blank'])(
    'is not %s',
    (other) => {
      expect(sameAddress(video, other)).toBe(false);
      expect(samePage(other, video)).toBe(false);
    },
  );

  test('is another with another query, but the same page', () => {
    expect(sameAddress(video, `${video}?q=1`)).toBe(false);
    expect(samePage(video, `${video}?q=1#:~:text=a`)).toBe(true);
  });

  test('is one page without encryption, too', () => {
    expect(samePage('http://example.org/a?b', 'HTTP://example.org/a?c')).toBe(true);
    expect(samePage('http://example.org/a?b', 'https://example.org/a?b')).toBe(false);
  });

  test('that is none of the web is a page of its own', () => {
    expect(samePage('about:blank', 'about:srcdoc')).toBe(false);
    expect(samePage('data:text/html,a', 'data:text/html,b')).toBe(false);
    expect(samePage('about:blank', 'about:blank')).toBe(true);
    expect(samePage('no address', 'another')).toBe(false);
    expect(samePage('view-source:https://example.org/a', 'view-source:https://example.org/b')).toBe(false);
  });
});
