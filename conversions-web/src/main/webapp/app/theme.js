// Before the first paint, and so no module: the page never flashes in the wrong colours.
{
  let theme = null;
  try {
    theme = localStorage.getItem('conversions-theme');
  } catch {
    // A browser that keeps nothing follows the system.
  }
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
}
