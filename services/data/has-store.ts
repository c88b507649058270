/** Whether the browser holds a store of this name: opening it to look would make it. */
export const hasStore = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((store) => store.name === name);
