type Values = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

/** The browser's storage, kept in memory; what is stored is told to whoever listens, as browsers do. `managed` can be set here. */
export function fakeStorage() {
  const listeners = new Set<Listener>();
  const area = (name: string) => {
    const stored: Values = {};
    const own = new Set<(changes: Changes) => void>();
    const set = async (values: Values): Promise<void> => {
      const changes = Object.fromEntries(
        Object.entries(values).map(([key, newValue]) => [key, { oldValue: stored[key], newValue }]),
      );
      for (const [key, value] of Object.entries(values))
        if (value === undefined) delete stored[key];
        else stored[key] = structuredClone(value);
      for (const listener of own) listener(changes);
      for (const listener of listeners) listener(changes, name);
    };
    const remove = (keys: string | readonly string[]) =>
      set(Object.fromEntries([keys].flat().map((key) => [key, undefined])));
    return {
      stored,
      get: async (keys: string | readonly string[] | null = null): Promise<Values> =>
        Object.fromEntries(
          (keys === null ? Object.keys(stored) : [keys].flat()).map((key) => [key, stored[key]]),
        ),
      set,
      remove,
      clear: () => remove(Object.keys(stored)),
      onChanged: { addListener: (listener: (changes: Changes) => void) => void own.add(listener) },
    };
  };
  return {
    local: area('local'),
    session: area('session'),
    managed: area('managed'),
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  };
}
