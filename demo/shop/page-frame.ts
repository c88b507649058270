/** One page of the demo shop: our own text and markup, served at an address of the host it is modelled on. */
export interface DemoPage {
  readonly name: string;
  /** Full https address; the demo server answers for its host and path, whatever the query. */
  readonly address: string;
  readonly html: string;
  /** One sentence: what this page is there to show. */
  readonly describes: string;
}

/** Stands on every demo page, so that no picture of one can pass for the real thing. */
const DEMO_MARK = 'Demo page, not TikTok';

interface Frame {
  title: string;
  /** A style sheet as text; nothing is ever fetched. */
  look: string;
  body: string;
  /** State scripts and other head content. */
  head?: string;
}

/** A whole HTML document that asks the network for nothing, not even an icon. */
export function frame({ title, look, body, head = '' }: Frame): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<link rel="icon" href="data:,">
<style>${BASE}${look}</style>
${head}
</head>
<body>
<p class="mark"><b>${DEMO_MARK}</b> <span>· halaman contoh, semua isinya karangan</span></p>
${body}
</body>
</html>
`;
}

/** A JSON script as the real pages carry their state; `<` is escaped so that no value can end the script. */
export function stateScript(id: string, state: unknown): string {
  return rawStateScript(id, JSON.stringify(state).replaceAll('<', '\\u003c'));
}

/** As `stateScript`, with the text as it is: for state that is cut or broken on purpose. */
export function rawStateScript(id: string, json: string): string {
  return `<script id="${id}" type="application/json">${json}</script>`;
}

/** Escapes a value for HTML text and quoted attributes. */
export function text(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A drawn drinking bottle, the one product of the demo shop. */
export function bottle(colour: string): string {
  return `<svg class="bottle" viewBox="0 0 120 260" role="img" aria-label="Gambar botol minum">
<rect x="42" y="6" width="36" height="30" rx="8" fill="#20242c"/><rect x="34" y="32" width="52" height="18" rx="8" fill="#343a46"/>
<path d="M30 74c0-16 8-26 18-26h24c10 0 18 10 18 26v148c0 18-10 30-24 30H54c-14 0-24-12-24-30z" fill="${colour}"/>
<path d="M42 84c0-10 4-18 10-20v176c-6-2-10-10-10-20z" fill="#fff" opacity=".35"/>
<rect x="58" y="118" width="26" height="78" rx="13" fill="#fff" opacity=".16"/></svg>`;
}

const BASE = `
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
h1,h2,h3,p,ul,dl,dd{margin:0;padding:0}a{color:inherit}button{font:inherit;cursor:pointer}
.mark{background:#ffd33d;color:#221b00;text-align:center;padding:6px 12px;font-size:13px}
.bottle{display:block}
`;
