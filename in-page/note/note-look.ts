/** The look of the note, for its own shadow root. The page's styles do not reach in; nothing moves unless that is welcome. */
export const noteLook = `
:host { color-scheme: light dark; }
.note {
  --ground: #fff; --ink: #1d1a12; --soft: #5d5747; --line: #d9d0b8; --link: #1a4f8a;
  box-sizing: border-box;
  padding: 12px 14px;
  border: 1px solid var(--line);
  border-left: 5px solid #ffc800;
  border-radius: 12px;
  background: var(--ground);
  color: var(--ink);
  box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
  font: 15px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.head { display: flex; align-items: center; gap: 8px; color: var(--soft); font-size: 12px; font-weight: 600; }
.head span { flex: 1; }
p { margin: 4px 0 0; }
.answer { font-weight: 600; }
.more { color: var(--soft); font-size: 13px; }
.more:empty { display: none; }
.row { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 6px; }
button {
  min-height: 32px; padding: 0; border: 0; border-radius: 6px;
  background: none; color: var(--link); font: inherit; font-size: 13px; text-decoration: underline; cursor: pointer;
}
.close { min-width: 32px; margin: -6px -8px -6px 0; color: var(--soft); font-size: 20px; line-height: 1; text-decoration: none; }
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .note { --ground: #201d15; --ink: #f5f0e1; --soft: #b9b19c; --line: #4a4433; --link: #9cc4f5; }
}
@media (prefers-reduced-motion: no-preference) {
  .note { animation: come 160ms ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(-6px); } }
}`;
