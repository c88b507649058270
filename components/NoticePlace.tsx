/** Where a screen says what a press has done: at the window's foot, so that no button moves under the hand. */
export function NoticePlace({ text }: { text: string | null }) {
  return (
    <div class="notice-place" role="status" data-record>
      {text && <p class="notice">{text}</p>}
    </div>
  );
}
