import type { ComponentChildren } from 'preact';

export type PinScene = 'puzzle' | 'row-pin' | 'row-eye' | 'row-gear' | 'pinned' | 'phone-menu' | 'phone-row';

/** The signs that browsers use, drawn anew on a 20 px grid. */
const signs = {
  puzzle: 'M4 8h3a2.2 2.2 0 1 1 4.2 0H14v3a2.2 2.2 0 1 1 0 4.2V18H4z',
  pin: 'M7 3h6l-1 5 3 3H5l3-3zM10 11v6',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  gear: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5V5M10 15v2.5M2.5 10H5M15 10h2.5M4.7 4.7l1.8 1.8M13.5 13.5l1.8 1.8M15.3 4.7l-1.8 1.8M6.5 13.5l-1.8 1.8',
  dots: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
};
type Sign = keyof typeof signs;

const SignAt = ({ sign, x, y }: { sign: Sign; x: number; y: number }) => (
  <path class={`sign sign-${sign}`} d={signs[sign]} transform={`translate(${x} ${y})`} />
);

const Basket = ({ x, y }: { x: number; y: number }) => (
  <g class="basket" transform={`translate(${x} ${y})`}>
    <path d="M6 8 9 3M14 8l-3-5" />
    <path class="body" d="M2 8h16l-2 9H4z" />
  </g>
);

/** Where to press: a ring around the sign. */
const Ring = ({ x, y }: { x: number; y: number }) => <circle class="ring" cx={x} cy={y} r="15" />;

const Toolbar = ({ children }: { children: ComponentChildren }) => (
  <>
    <rect class="bar" x="4" y="10" width="232" height="40" rx="10" />
    <rect class="field" x="16" y="20" width="120" height="20" rx="10" />
    <path class="sign" d="M26 30h54" />
    {children}
  </>
);

const List = ({ sign }: { sign: Sign }) => (
  <>
    <rect class="bar" x="28" y="6" width="184" height="88" rx="10" />
    <path class="faint" d="M66 26h62M66 76h46" />
    <rect class="faint-box" x="42" y="17" width="18" height="18" rx="5" />
    <rect class="faint-box" x="42" y="67" width="18" height="18" rx="5" />
    <rect class="row" x="34" y="38" width="172" height="25" rx="7" />
    <Basket x={41} y={40} />
    <path class="sign" d="M68 51h72" />
    <SignAt sign={sign} x={178} y={41} />
    <Ring x={188} y={51} />
  </>
);

const Phone = ({ children }: { children: ComponentChildren }) => (
  <>
    <rect class="bar" x="80" y="-20" width="84" height="114" rx="12" />
    {children}
  </>
);

const scenes: Record<PinScene, ComponentChildren> = {
  puzzle: (
    <Toolbar>
      <SignAt sign="puzzle" x={162} y={19} />
      <Ring x={172} y={30} />
      <SignAt sign="dots" x={206} y={20} />
    </Toolbar>
  ),
  'row-pin': <List sign="pin" />,
  'row-eye': <List sign="eye" />,
  'row-gear': <List sign="gear" />,
  pinned: (
    <Toolbar>
      <Basket x={148} y={20} />
      <SignAt sign="puzzle" x={180} y={19} />
      <SignAt sign="dots" x={208} y={20} />
    </Toolbar>
  ),
  'phone-menu': (
    <Phone>
      <path class="faint" d="M92 14h56M92 32h44" />
      <rect class="field" x="90" y="66" width="44" height="18" rx="9" />
      <SignAt sign="dots" x={140} y={65} />
      <Ring x={150} y={75} />
    </Phone>
  ),
  'phone-row': (
    <Phone>
      <path class="faint" d="M92 14h56M92 80h40" />
      <rect class="row" x="86" y="34" width="72" height="28" rx="7" />
      <Basket x={91} y={38} />
      <path class="sign" d="M118 48h30" />
      <Ring x={101} y={48} />
    </Phone>
  ),
};

/** One step as a small drawing of ours; the words beside it say the same. */
export const PinDrawing = ({ scene }: { scene: PinScene }) => (
  <svg
    class="pin-drawing"
    viewBox={scene === 'puzzle' || scene === 'pinned' ? '0 -20 240 100' : '0 0 240 100'}
    aria-hidden="true"
  >
    {scenes[scene]}
  </svg>
);
