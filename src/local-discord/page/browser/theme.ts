// Light, dark, or what the system prefers; remembered in this browser.
import { h, icon } from './dom.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const ICONS = { system: 'half', light: 'sun', dark: 'moon' } as const;
const KEY = 'cohort-theme';

export function createThemeButton(): HTMLElement {
  const button = h('button', { type: 'button', class: 'icon-button' });
  let theme: Theme = THEMES.find((each) => each === localStorage.getItem(KEY)) ?? 'system';
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    const label = `Theme: ${theme === 'system' ? 'as the system' : theme}`;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.replaceChildren(icon(ICONS[theme]));
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    localStorage.setItem(KEY, theme);
    apply();
  });
  apply();
  return button;
}
