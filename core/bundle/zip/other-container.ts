/** How 7z, gzip, xz, bzip2, RAR, Zstandard and cabinets begin. */
const signatures: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x42, 0x5a, 0x68],
  [0x52, 0x61, 0x72, 0x21],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x4d, 0x53, 0x43, 0x46],
];
/** Where a tar's first header names its form, and how. */
const tarMark = { at: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] };

/** Whether bytes are a container that is not read here, though it may hold a bundle that nobody changed. */
export const isOtherContainer = (bytes: Uint8Array): boolean => {
  const stands = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, n) => bytes[at + n] === byte);
  return signatures.some((signature) => stands(signature)) || stands(tarMark.bytes, tarMark.at);
};
