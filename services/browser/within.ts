/** A page, or whoever else was asked, did not answer in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What was asked, if it comes within so many ms. The work itself cannot be called off. @throws {TooLate} */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new TooLate(`no answer in ${ms} ms`)), ms);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
