import { describe, expect, test } from 'vitest';
import { contactOfRequest, type SeenRequest } from '../../core/flow/contact-of-request';
import { builtInRulebook } from '../../core/rulebook/built-in';

const { hosts } = builtInRulebook;
const post: SeenRequest = {
  url: 'https://order.example.org/create/12345678?phone=081234567890',
  method: 'POST',
  type: 'xmlhttprequest',
  status: 200,
  error: null,
  startedBy: 'https://shop-id.tokopedia.com/pdp/1',
};
const contact = (change: Partial<SeenRequest>) => contactOfRequest({ ...post, ...change }, hosts);

describe('the contact that a request is', () => {
  test('is its registrable domain with method and outcome, and nothing of the path or query', () => {
    expect(contact({})).toEqual({
      host: 'example.org',
      party: 'other',
      type: 'xmlhttprequest',
      count: 1,
      source: 'web-request',
      method: 'POST',
      outcome: 'ok',
      initiator: 'shop-id.tokopedia.com',
    });
  });

  test('names a genuine host whole, with whose it is', () => {
    expect(contact({ url: 'wss://pay.tokopedia.com/x' })).toMatchObject({
      host: 'pay.tokopedia.com',
      party: 'tokopedia',
    });
  });

  test.each([
    [200, 'ok'],
    [303, 'ok'],
    [101, 'ok'],
    [400, 'refused'],
    [503, 'refused'],
    [999, 'unknown'],
    [null, 'unknown'],
  ])('says of status %s "%s"', (status, outcome) => {
    expect(contact({ status })?.outcome).toBe(outcome);
  });

  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'failed'],
    ['net::ERR_CONNECTION_REFUSED', 'failed'],
    ['net::ERR_CERT_DATE_INVALID', 'failed'],
    ['NS_ERROR_UNKNOWN_HOST', 'failed'],
    ['NS_ERROR_NET_TIMEOUT', 'failed'],
    // The host may well have answered: the page was only not shown it, or no longer waited.
    ['net::ERR_FAILED', 'unknown'],
    ['net::ERR_ABORTED', 'unknown'],
    ['NS_BINDING_ABORTED', 'unknown'],
    ['a code of tomorrow', 'unknown'],
  ])('says of the error %s "%s"', (error, outcome) => {
    expect(contact({ status: null, error })?.outcome).toBe(outcome);
  });

  test('is none where another extension stopped it before it left the browser', () => {
    expect(contact({ status: null, error: 'net::ERR_BLOCKED_BY_CLIENT' })).toBeNull();
  });

  test('is none where the host has no name', () => {
    for (const url of ['https://10.0.0.1/x', 'https://localhost/x', 'not an address'])
      expect(contact({ url })).toBeNull();
  });

  test('leaves out a method that a page made up', () => {
    expect(contact({ method: 'BUDI-0812' })?.method).toBeNull();
    expect(contact({ method: 'post' })?.method).toBe('POST');
  });

  test.each([
    ['https://blog.example.org', 'other'],
    ['null', null],
    [null, null],
  ])('names who started it as a page’s host is named: %s is %s', (startedBy, initiator) => {
    expect(contact({ startedBy })?.initiator).toBe(initiator);
  });
});
