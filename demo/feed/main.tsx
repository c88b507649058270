/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { forgetBackground } from './place';

const root = document.getElementById('app');
if (root) {
  forgetBackground();
  createRoot(root).render(<App />);
}
