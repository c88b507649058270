import { expect, test } from 'vitest';
import { isLogInWall } from '../../core/address/log-in-wall';
import { builtInRulebook } from '../../core/rulebook/built-in';

const { hosts } = builtInRulebook;
const isWall = (address: string) => isLogInWall(new URL(address), hosts);
const logIn = (query: string) => `https://www.tiktok.com/login?${query}`;
const video = 'www.tiktok.com%2F@demo%2Fvideo%2F7600000000000000101';

test.each([
  ['a whole address', logIn(`redirect_url=https%3A%2F%2F${video}`)],
  ['whatever the field is called', logIn(`lang=id&x=https%3A%2F%2F${video}`)],
  ['an address that is not encoded', logIn('next=https://www.tiktok.com/foryou')],
  ['an address without encryption', logIn('next=http://www.tiktok.com/foryou')],
  ['an address without its scheme', logIn('next=//www.tiktok.com/foryou')],
  ['an address encoded twice', logIn('next=https%253A%252F%252Fwww.tiktok.com%252Fforyou')],
  ['an address half encoded twice', logIn('next=https:%252F%252Fwww.tiktok.com%252Fforyou')],
  ['an address encoded three times', logIn('next=https%25253A%25252F%25252Fwww.tiktok.com%25252Fforyou')],
  ['an address after a blank', logIn('next=%20https://www.tiktok.com/foryou')],
  ['an address without encryption, encoded twice', logIn('next=http%253A%252F%252Fwww.tiktok.com%252F')],
  ['a path of the same host', logIn('next=/foryou')],
  ['a path encoded twice', logIn('next=%252Fforyou')],
  ['a path that begins with an encoded stroke', logIn('next=/%252fexample.org/x')],
  [
    'a page of the other company',
    'https://accounts.tokopedia.com/login?ld=https%3A%2F%2Fwww.tokopedia.com%2Fcart',
  ],
  ['a log-in page of another host', logIn('next=https://accounts.tokopedia.com/login')],
  ['a log-in page in capitals', 'https://www.tiktok.com/LogIn?next=/foryou'],
  ['a log-in page below others', 'https://www.tiktok.com/id/passport/web?next=/foryou'],
])('a log-in page is a wall where it leads back: %s', (_what, address) => {
  expect(isWall(address)).toBe(true);
});

test.each([
  ['it names no page', logIn('lang=id')],
  ['it has no query', 'https://www.tiktok.com/login'],
  ['it names a page of others', logIn('next=https://example.org/foryou')],
  ['it names a page of others without its scheme', logIn('next=//example.org/foryou')],
  ['it names a page of others, encoded twice', logIn('next=%252F%252Fexample.org%252Fforyou')],
  ['it names itself', logIn('next=https://www.tiktok.com/login/email')],
  ['it names itself by its path', logIn('next=/login')],
  ['what it names is broken', logIn('next=%252F%25')],
  ['what it names is a word', logIn('next=foryou')],
  ['what it names is no address of a site', logIn('next=ftp://www.tiktok.com/foryou')],
  ['it is no log-in page', 'https://www.tiktok.com/@demo?next=https://www.tiktok.com/foryou'],
  ['its word is a part of another', 'https://www.tiktok.com/login-help?next=/foryou'],
])('and it is none where %s', (_what, address) => {
  expect(isWall(address)).toBe(false);
});
