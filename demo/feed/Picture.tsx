/** @jsxImportSource react */

const shapes = {
  bottle: 'M48 10h24v22c14 6 20 16 20 32v70c0 12-6 18-18 18H46c-12 0-18-6-18-18V64c0-16 6-26 20-32z',
  bag: 'M22 58h76l8 94H14zM42 58c0-40 36-40 36 0h-9c0-26-18-26-18 0z',
  cup: 'M16 48h64v14h12c22 0 22 46 0 46H80c-2 24-10 40-24 40H40c-14 0-24-16-24-48zM80 74v22h10c8 0 8-22 0-22z',
  lamp: 'M40 16h40l22 62H66v58h22v16H32v-16h22V78H18z',
  drop: 'M60 18c22 34 36 54 36 76a36 36 0 0 1-72 0c0-22 14-42 36-76z',
  shelf:
    'M12 26h96v12H12zM12 76h96v12H12zM12 126h96v12H12zM30 46h14v30H30zM54 54h30v22H54zM26 102h40v24H26zM78 96h14v30H78z',
  sandal:
    'M60 12c24 0 34 26 28 54-4 20-6 34-4 52 2 20-8 30-24 30s-26-10-24-30c2-18 0-32-4-52-6-28 4-54 28-54zM34 60l26-22 26 22-6 10-20-17-20 17z',
  umbrella:
    'M56 14h8v10c30 2 50 26 52 58-14-12-24-12-34 0-6-6-11-9-18-9v55c0 24-32 24-32 0h8c0 13 16 13 16 0V73c-7 0-12 3-18 9-10-12-20-12-34 0 2-32 22-56 52-58z',
  notebook: 'M26 18h68a8 8 0 0 1 8 8v110a8 8 0 0 1-8 8H26zM38 18v126M54 44h34v8H54zM54 62h34v8H54z',
};

/** The drawing of each post of the feed, in its order. */
const drawings: readonly (keyof typeof shapes)[] = [
  ...(['bottle', 'drop', 'bag', 'cup', 'lamp', 'shelf', 'sandal', 'bottle'] as const),
  ...(['cup', 'bottle', 'shelf', 'drop', 'umbrella', 'lamp', 'notebook'] as const),
];
const colours = ['#3f8f7a', '#4a6fa5', '#b0713f', '#8b5a9f', '#a5534a', '#6f8f3f', '#a03c58'];

/** The drawing that stands for a post's picture, chosen by the post's id. */
export function Picture({ id }: { id: string }) {
  const number = Number(id.slice(-2));
  const colour = colours[number % colours.length];
  const drawing = drawings[(number - 1) % drawings.length] ?? 'bottle';
  return (
    <div
      className="picture"
      style={{ background: `radial-gradient(circle at 50% 42%, ${colour}, #15171c 74%)` }}
    >
      <svg viewBox="0 0 120 160" aria-hidden="true">
        <path d={shapes[drawing]} fill={colour} fillRule="evenodd" stroke="#fff" strokeOpacity=".55" />
      </svg>
    </div>
  );
}
