/* One press is one submission: a second press on the same form waits for the first. (The server keeps the same promise.) */
(function () {
  "use strict";
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.classList.contains("sending")) { event.preventDefault(); return; }
    form.classList.add("sending");
    form.querySelectorAll("[type=submit]").forEach((one) => one.setAttribute("aria-disabled", "true"));
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form.sending").forEach(function (form) {
      form.classList.remove("sending");
      form.querySelectorAll("[type=submit]").forEach((one) => one.removeAttribute("aria-disabled"));
    });
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details.why").forEach((one) => { one.open = true; }));
  document.querySelectorAll("[data-print]").forEach((one) => one.addEventListener("click", () => window.print()));
})();
