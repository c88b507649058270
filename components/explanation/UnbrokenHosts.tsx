/** Keeps a host's name on one line, where it is short enough to fit: "shop-" at a line's end reads as a typo. */
export const UnbrokenHosts = ({ text }: { text: string }) =>
  text.split(/(\b[\w-]+(?:\.[\w-]+){1,3}\b)/).map((part, index) =>
    index % 2 === 1 && part.length <= 28 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <span class="host" key={index}>
        {part}
      </span>
    ) : (
      part
    ),
  );
