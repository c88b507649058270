/** Seeded into pages, inputs and addresses: none may turn up in the store, an export or a capture. */
export const canaries = {
  handle: 'handle.canary',
  phone: '081234567890',
  mail: 'canary@example.org',
  street: 'JlCanary12',
  token: 'tokencanary',
  order: '577000012345678',
} as const;

export const canaryTexts: readonly string[] = Object.values(canaries);
