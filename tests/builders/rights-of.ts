/** A manifest as JSON: only what gives a right is named here. */
export interface RightsManifest {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly { matches: readonly string[]; js?: readonly string[] }[];
  readonly commands?: Readonly<Record<string, unknown>>;
  readonly content_security_policy?: { extension_pages: string };
  readonly background?: { service_worker?: string; scripts?: readonly string[] };
  readonly action?: { default_popup?: string };
  readonly options_ui?: { page?: string; open_in_tab?: boolean };
  readonly storage?: { managed_schema?: string };
  readonly browser_specific_settings?: {
    gecko?: Readonly<Record<string, unknown>>;
    gecko_android?: Readonly<Record<string, unknown>>;
  };
}

/**
 * Every right that a manifest gives, one a line, as they are frozen. A key that is not known here comes out whole, so
 * that no right is added unnoticed. What a key adds to a known one (all_frames, world, css, …) comes out too.
 * @param words keys of the manifest that give no right
 */
export function rightsOf(manifest: RightsManifest, words: readonly string[]): string[] {
  const {
    permissions = [],
    host_permissions = [],
    optional_permissions = [],
    optional_host_permissions = [],
    content_scripts = [],
    commands = {},
    content_security_policy: { extension_pages = '', ...otherPolicies } = {} as never,
    background: { service_worker, scripts = [], ...otherBackground } = {},
    action: { default_popup, ...button } = {},
    options_ui: { page, open_in_tab: _inTab, ...otherOptions } = {},
    storage: { managed_schema, ...otherStorage } = {},
    browser_specific_settings: { gecko = {}, gecko_android = {}, ...otherBrowsers } = {},
    ...others
  } = manifest;
  const { id: _id, strict_min_version: _version, data_collection_permissions, ...otherGecko } = gecko;
  const { strict_min_version: _android, ...otherAndroid } = gecko_android;
  const { default_title: _title, default_icon: _icon, ...otherButton } = button as Record<string, unknown>;
  const collected = (data_collection_permissions ?? {}) as Record<string, string[]>;
  const left = {
    ...others,
    ...otherPolicies,
    ...otherBackground,
    ...otherButton,
    ...otherBrowsers,
    ...otherGecko,
    ...otherAndroid,
    ...otherOptions,
    ...otherStorage,
  };
  return [
    ...permissions.map((name) => `permission ${name}`),
    ...host_permissions.map((host) => `host ${host}`),
    ...optional_permissions.map((name) => `optional permission ${name}`),
    ...optional_host_permissions.map((host) => `optional host ${host}`),
    ...content_scripts.flatMap(({ matches, js = [], ...more }) => [
      ...js.flatMap((file) => matches.map((host) => `script ${file} in ${host}`)),
      ...unknown(more),
    ]),
    ...Object.keys(commands).map((name) => `command ${name}`),
    ...extension_pages.split(/;\s*/).flatMap((part) => (part === '' ? [] : [`policy ${part}`])),
    ...[service_worker ?? [], scripts].flat().map((file) => `background ${file}`),
    ...(default_popup === undefined ? [] : [`popup ${default_popup}`]),
    ...(page === undefined ? [] : [`options ${page}`]),
    ...(managed_schema === undefined ? [] : [`managed schema ${managed_schema}`]),
    ...Object.entries(collected).flatMap(([how, kinds]) =>
      kinds.map((kind) => `data collection ${how === 'required' ? '' : `${how} `}${kind}`),
    ),
    ...unknown(Object.fromEntries(Object.entries(left).filter(([key]) => !words.includes(key)))),
  ];
}

const unknown = (fields: object): string[] =>
  Object.entries(fields).map(([key, value]) => `${key} ${JSON.stringify(value)}`);

/** The reasons that docs/permissions.md gives, by the code words in the first cell of its tables. */
export function reasonsIn(markdown: string): Map<string, string> {
  const rows = markdown.split('\n').flatMap((line) => {
    const [, what = '', ...why] = line.split(/\s*\|\s*/);
    return line.startsWith('| ')
      ? [...what.matchAll(/`([^`]+)`/g)].map(([, word = '']) => [word, why.join(' ').trim()])
      : [];
  });
  return new Map(rows as [string, string][]);
}
