/** An entry of a HAR file, as far as tools write it in ways of their own. */
export interface WrittenEntry {
  readonly request: {
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
  readonly response: {
    readonly status: number;
    readonly headers?: readonly { readonly name: string; readonly value: string }[];
    readonly content: { readonly text?: unknown; readonly encoding?: string; readonly mimeType?: string };
  };
}

const withoutDestination = ({ request, ...rest }: WrittenEntry): WrittenEntry => {
  // Proxies know neither pages nor what the browser wanted an answer for.
  const { pageref: _page, _resourceType, ...known } = rest as WrittenEntry & Record<string, unknown>;
  const headers = request.headers.filter(({ name }) => !/^sec-/i.test(name));
  return { ...(known as typeof rest), request: { ...request, headers } };
};

/** How the tools that our users have would have written an entry of a browser's own file. */
export const harTools: readonly (readonly [tool: string, (entry: WrittenEntry) => WrittenEntry])[] = [
  [
    'Safari (one page for all, no destination)',
    (entry) => ({ ...withoutDestination(entry), pageref: 'page_0' }),
  ],
  ['Charles and Fiddler (no page, no destination)', withoutDestination],
  [
    'mitmproxy (base64 for all, empty page references)',
    (entry) => {
      const { text, encoding, ...content } = entry.response.content;
      const packed =
        text === undefined
          ? {}
          : {
              text: encoding === 'base64' ? text : Buffer.from(String(text)).toString('base64'),
              encoding: 'base64',
            };
      return {
        ...withoutDestination(entry),
        pageref: '',
        response: { ...entry.response, content: { ...content, ...packed } },
      };
    },
  ],
  [
    'Insomnia (the type in the headers alone)',
    (entry) => {
      const { mimeType = '', ...content } = entry.response.content;
      const headers = [{ name: 'content-type', value: mimeType }];
      return {
        ...withoutDestination(entry),
        response: { ...entry.response, headers, content: { ...content, mimeType: '' } },
      };
    },
  ],
];
