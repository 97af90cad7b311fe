/* The officer's keyboard and a live preview. Everything works without this file. */
(function () {
  "use strict";
  const SWITCH = "gandan:desk-keys";
  const on = () => { try { return localStorage.getItem(SWITCH) !== "off"; } catch (error) { return true; } };
  const box = document.querySelector("[data-keys-switch]");
  if (box) {
    box.checked = on();
    box.addEventListener("change", function () {
      try { localStorage.setItem(SWITCH, box.checked ? "on" : "off"); } catch (error) { /* stays as it is */ }
    });
  }
  const links = () => Array.from(document.querySelectorAll("[data-rows] tbody a"))
    .filter((link, i, all) => i === 0 || link.closest("tr") !== all[i - 1].closest("tr"));
  function step(by) {
    const rows = links();
    if (!rows.length) return;
    const here = rows.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, here + by));
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", function (event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !on()) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      const find = document.getElementById("find");
      if (!find) return;
      event.preventDefault();
      find.focus();
      find.select();
    } else if (event.key === "n" || event.key === "t") {
      const link = document.querySelector('a[data-key="' + event.key + '"]');
      if (link) link.click();
    }
  });
})();
