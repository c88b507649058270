/** The popup when the background gave no verdict: the reason in words, nothing else claimed. */
export const PopupError = ({ text }: { text: string }) => (
  <main class="popup">
    <p class="answer" role="alert">
      {text}
    </p>
  </main>
);
