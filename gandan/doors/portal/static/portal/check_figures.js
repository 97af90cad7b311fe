/* A download leaves the page as it is, so its button works again after a moment. Escape puts the computation away without moving the pointer; the next finding shows its own again. */
(function () {
  "use strict";
  const page = document.documentElement;
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") page.classList.add("quiet-tips"); });
  document.addEventListener("submit", (event) => setTimeout(function () {
    event.target.classList.remove("sending");
    event.target.querySelectorAll("[type=submit]").forEach((one) => one.removeAttribute("aria-disabled"));
  }, 3000));
  ["pointerover", "focusin"].forEach((kind) => document.addEventListener(kind, function (event) {
    if (event.target.closest && event.target.closest(".finding a")) page.classList.remove("quiet-tips");
  }));
})();
