// Light or dark: the reader's system decides until the button does. The choice travels in a cookie, so that the
// server sends every page in the right colours from its first byte.
const root = document.documentElement;
const button = document.querySelector('[data-theme-button]');
const system = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (root.dataset.theme === 'auto' ? system.matches : root.dataset.theme === 'dark');
const show = () => button.setAttribute('aria-pressed', String(isDark()));

button.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  show();
});
system.addEventListener('change', show);
show();
