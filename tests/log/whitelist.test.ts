import { describe, expect, test } from 'vitest';
import { codebook, outsideBody } from '../../core/log/codebook';
import { type LogEvent, nothingSaid } from '../../core/log/event';
import { personalShape } from '../../core/log/guard';
import { admit } from '../../core/log/whitelist';
import { frame } from '../builders/flows';

const row = {
  ...nothingSaid,
  ...frame,
  session_id: 's',
  tz_offset_min: 420,
  event_id: 'e',
  flow_id: 'f',
  seq: 0,
  ts: 1,
  t_rel_ms: 0,
  event: 'nav',
};

describe('the whitelist writer', () => {
  test('knows the same fields as the codebook', () => {
    const { event } = admit(row);
    const fields = codebook.tables.events.fields.map(({ name }) => name);
    expect(new Set(Object.keys(event))).toEqual(
      new Set(fields.filter((name) => !outsideBody.includes(name))),
    );
  });

  test('drops a field it does not know, and counts it', () => {
    const { event, dropped } = admit({ ...row, product_title: 'Botol', __proto__evil: 1 });
    expect(event).not.toHaveProperty('product_title');
    expect(dropped).toContainEqual({ field: 'product_title', why: 'unknown-field' });
  });

  test.each<[keyof LogEvent, unknown, string]>([
    ['signal_value', 'call 0812 3456 7890', 'phone'],
    ['signal_value', '+62 812-3456-7890', 'phone'],
    ['signal_value', 'a@example.org', 'mail'],
    ['signal_value', 'www.tiktok.com/@budi', 'mail'],
    ['path_template', '/order/577000012345', 'long-number'],
    ['note', 'my card 4111 1111 1111 1111', 'long-number'],
    ['drift_found', 'x'.repeat(200), 'too-long'],
    ['basket', 'maybe', 'unknown-value'],
    ['request_count', 1.5, 'wrong-type'],
    ['signal_present', 'yes', 'wrong-type'],
    ['page_host', { host: 'x' }, 'wrong-type'],
  ])('refuses %s with %s', (field, value, why) => {
    const { event, dropped } = admit({ ...row, [field]: value });
    expect(event[field]).toBeNull();
    expect(dropped).toEqual([{ field, why }]);
  });

  test('never writes a row without what every row needs', () => {
    expect(() => admit({ ...row, flow_id: undefined })).toThrow('flow_id');
    expect(() => admit({ ...row, study_id: 'call 081234567890' })).toThrow('study_id');
  });

  test('lets our own words and versions through', () => {
    for (const text of ['2026.11.24', 'shop-id.tokopedia.com/pdp/…', '/@{id}/video/{id}', 'IDR', '0.1.0'])
      expect(personalShape(text), text).toBeNull();
  });
});
