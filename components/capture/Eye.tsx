/** Says beside words that something will be seen. */
export const Eye = () => (
  <svg class="eye" viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
    <path d="M1 5C4-.3 12-.3 15 5c-3 5.3-11 5.3-14 0z" fill="none" stroke="currentColor" stroke-width="1.5" />
    <circle cx="8" cy="5" r="2.2" fill="currentColor" />
  </svg>
);
