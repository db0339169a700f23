// What is typed is meant for the app from the start, and again whenever the tab is come back to.
for (const moment of ["load", "focus"]) {
  addEventListener(moment, () => document.querySelector(".xterm-helper-textarea")?.focus());
}
